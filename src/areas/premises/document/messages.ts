/** The words for the record as a document. What the document itself says is Chinese, as the file in the cabinet is. */

export const messages = {
  zh: {
    acts: { 'premises.document': '导出一户一档' },
  },
  en: {
    acts: { 'premises.document': 'Printed the file' },
  },
} as const
