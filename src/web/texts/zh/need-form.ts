export const zhNeedForm = { newTitle: '发布技术需求' };
