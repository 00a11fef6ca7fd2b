/** The states of a business in 市场监管's register. Only what stands is looked for in the register of premises. */
import type { CodeEntry } from '../../../../kernel/codes.ts'

const status = (code: string, zh: string, en: string, aliases: readonly string[] = []): CodeEntry => ({
  code,
  zh,
  en,
  props: { aliases },
})

/** 市场主体登记管理条例: one that is dormant (歇业) keeps its registration for up to three years. */
export const businessStatuses: readonly CodeEntry[] = [
  status('active', '存续', 'Active', [
    '在业',
    '在营',
    '开业',
    '在册',
    '正常',
    '存续（在营、开业、在册）',
    '在营（开业）',
    '迁入',
  ]),
  status('dormant', '歇业', 'Dormant', ['停业', '休业']),
  status('revoked', '吊销', 'Licence revoked', ['吊销，未注销', '吊销未注销', '已吊销', '撤销', '责令关闭']),
  status('cancelled', '注销', 'Deregistered', ['已注销', '吊销，已注销', '吊销并注销', '吊销已注销']),
  status('moved', '迁出', 'Moved away', ['已迁出', '迁往市外']),
]
export const statusKeys = ['active', 'dormant', 'revoked', 'cancelled', 'moved'] as const
