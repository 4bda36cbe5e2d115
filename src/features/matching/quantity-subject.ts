const stops = /[。；;!?！？\n,，]|\.(?!\d)/;
/** Words that say nothing of what is measured. */
const empty =
  /^(?:可|能|也|就|才|都|只|仅|均|已|要|应|须|需|必须|希望|要求|得|并|且|而|其|最高|最低|最大|最小|平均|总|甚至|可以|能够|以及|和|与|或|到|至|为|是|达|在|有|了|的|地|更|又|还|这|该|it|to|and|or|can|a|the|\s|\(|（|:|：|、)*$/i;
const most = 24;

/**
 * What a number is about: its clause up to it; the clause before where that says nothing; what
 * follows 的 where neither does (85%的去除率).
 */
export function subjectOf(before: string, behind: string): string {
  const clauses = before.split(stops);
  const own = clauses.at(-1) ?? '';
  const follows = /^\s?的([\u4e00-\u9fff]{2,8})/.exec(behind)?.[1];
  if (!empty.test(own)) return cut(own) + (follows === undefined ? '' : `…${follows}`);
  if (follows !== undefined) return follows;
  return cut(clauses.at(-2) ?? '');
}

/** The end of a clause; of Latin words, whole ones. */
function cut(text: string): string {
  const end = text.trim().slice(-(/[a-z]{3}/i.test(text) ? most * 2 : most));
  return end.length < text.trim().length ? end.replace(/^[a-zA-Z]*\s/, '') : end;
}
