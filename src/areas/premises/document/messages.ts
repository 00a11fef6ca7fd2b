/** The words of the record as a document. What the document itself says is Chinese, as the file in the cabinet is. */

export const messages = {
  zh: {
    word: '档案（Word）',
    print: '档案（打印）',
    acts: { 'premises.document': '导出一户一档' },
  },
  en: {
    word: 'File (Word)',
    print: 'File (print)',
    acts: { 'premises.document': 'Printed the file' },
  },
} as const
