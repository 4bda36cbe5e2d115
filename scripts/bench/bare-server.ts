// The other side of the benchmark: one Express handler with one Mongoose call, and nothing else.
import express from 'express';
import mongoose from 'mongoose';

const { MONGODB_URI, PORT } = process.env;
await mongoose.connect(MONGODB_URI!);
const app = express();

const indicator = new mongoose.Schema(
  { name: String, relation: String, value: Number, unit: String },
  { _id: false },
);
const Bare = mongoose.model(
  'Bare',
  new mongoose.Schema({ title: String, problem: String, indicators: [indicator] }),
);
/** The product's own collection, read as a bare handler would read it. */
const Need = mongoose.model(
  'Need',
  new mongoose.Schema({ _id: String }, { strict: false }),
  'needs',
);

app.get('/ping', (_req, res) => void res.json({ ok: true }));
app.post('/needs', express.json(), async (req, res) => {
  const need = await Bare.create(req.body);
  res.status(201).json(need);
});
app.get('/needs', async (req, res) => {
  const { status, after } = req.query;
  const rows = await Need.find(
    {
      district: '330206',
      status: String(status),
      ...(after ? { _id: { $lt: String(after) } } : {}),
    },
    { history: 0, requests: 0 },
  )
    .sort({ _id: -1 })
    .limit(21)
    .lean();
  res.json(rows);
});
app.listen(Number(PORT), '127.0.0.1');
