/** The words of papers about hazards: what keeps one from being issued. */

export const messages = {
  zh: {
    grounds: {
      'different-premises': '一份文书只能写同一场所的隐患。',
      'different-inspections': '一份文书只能写同一次检查（复查）的隐患。',
      'form-does-not-fit': '这份文书所写的事项还没有办理，请先在隐患上办理。',
    },
  },
  en: {
    grounds: {
      'different-premises': 'A paper is about the hazards of one place.',
      'different-inspections': 'A paper is about the hazards of one inspection or re-check.',
      'form-does-not-fit': 'What this paper would say has not been done yet: do it at the hazard first.',
    },
  },
} as const
