/** What notices say, by their key. An area that tells people something adds its words here. */

export const noticeWords = {
  zh: {
    importDone: '{file} 导入完成：新增 {rowsNew} 条，更新 {rowsChanged} 条',
    analysisIssued: '{zh}形势分析已由{who}印发',
    analysisReissued: '{zh}形势分析已由{who}重新印发（第{edition}版），请以本版为准',
  },
  en: {
    importDone: '{file} was imported: {rowsNew} new, {rowsChanged} changed',
    analysisIssued: 'The analysis of {en} was issued by {who}',
    analysisReissued: 'The analysis of {en} was issued anew by {who} (edition {edition}): this one holds',
  },
} as const
