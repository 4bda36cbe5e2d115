import '@mantine/core/styles.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { reloadIfNewer } from './app/newer-build.ts';
import { loadCodeTexts } from './texts/code-text.ts';

// Some parts are loaded outside of what a page draws, where no boundary hears of a missing one.
window.addEventListener('vite:preloadError', () => void reloadIfNewer());

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

void loadCodeTexts();
