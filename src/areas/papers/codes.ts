/** The code table of papers: what each form is called, its 文种字, its copies, who signs and issues it. */
import { z } from 'zod'
import type { CodeEntry, CodeTable } from '../../kernel/codes.ts'
import type { FormKey } from './record-contract.ts'

export const FormProps = z.object({
  /** 文种字, which stands in the number. */
  word: z.string().trim().min(1).max(12),
  /** Whose each copy is; the first is the archived one, with the receipt. */
  copies: z.array(z.string().trim().min(1).max(30)).min(1).max(5),
  signs: z.string().max(200),
  law: z.string(),
  /** The kinds of bodies that may issue it. */
  bodies: z.array(z.enum(['brigade', 'station', 'street'])).min(1),
})
export type FormProps = z.infer<typeof FormProps>

const both = ['存档', '交当事人']
const everybody: FormProps['bodies'] = ['brigade', 'station', 'street']
const officers = '检查人员二人以上签名，加盖机关印章，当事人签收'

const form = (
  code: FormKey,
  zh: string,
  en: string,
  props: Partial<FormProps> & Pick<FormProps, 'word' | 'law'>,
): CodeEntry => ({
  code,
  zh,
  en,
  props: { copies: both, signs: officers, bodies: everybody, ...props },
})

export const paperForms: CodeTable = {
  key: 'paper-form',
  zh: '法律文书种类',
  en: 'Forms of papers',
  entries: [
    form('inspection', '日常消防监督检查记录', 'Inspection record', {
      word: '消检字',
      law: '120-31',
      copies: ['存档', '交被检查单位'],
      signs: '检查人员二人以上签名，陪同人员签名；拒绝签名的注明',
    }),
    form('orderAtOnce', '责令立即改正通知书', 'Order to put right at once', { word: '消即字', law: '120-19' }),
    form('orderByTerm', '责令限期改正通知书', 'Order to put right by a day', { word: '消限字', law: '120-19' }),
    form('recheck', '复查意见书', 'Opinion on re-check', { word: '消复字', law: '120-20' }),
    form('extensionGranted', '同意延期整改通知书', 'Extension granted', {
      word: '消延字',
      law: '120-20',
      signs: '负责人审批，加盖机关印章，当事人签收',
    }),
    form('extensionRefused', '不同意延期整改通知书', 'Extension refused', {
      word: '消不延字',
      law: '120-20',
      signs: '负责人审批，加盖机关印章，当事人签收',
    }),
    form('referral', '移送函（回执）', 'Referral with receipt', {
      word: '消移字',
      law: '120-33',
      copies: ['存档', '送接收单位'],
      signs: '负责人审批，加盖机关印章；接收单位退回回执',
    }),
    form('seriousReport', '严重火灾隐患报告', 'Report on a serious hazard', {
      word: '消报字',
      law: '120-34',
      copies: ['存档', '报乡镇人民政府、街道办事处', '报消防救援机构'],
      signs: '负责人签名，加盖机关印章',
    }),
    form('complaint', '举报投诉登记表', 'Complaint entered', {
      word: '消举字',
      law: '120-17',
      copies: ['存档'],
      signs: '受理人、负责人签名',
    }),
    form('complaintResult', '举报投诉查处情况记录', 'Complaint settled', {
      word: '消查字',
      law: '120-18',
      copies: ['存档'],
      signs: '核查人员、负责人签名',
    }),
    form('majorOrder', '重大火灾隐患整改通知书', 'Order on a major hazard', {
      word: '消重字',
      law: '120-21',
      bodies: ['brigade'],
    }),
    form('seal', '临时查封决定书', 'Decision to seal', { word: '消封字', law: '120-22', bodies: ['brigade'] }),
    form('release', '解除临时查封决定书', 'Decision to lift a seal', {
      word: '消解封字',
      law: '120-25',
      bodies: ['brigade'],
    }),
    form('serviceReturn', '送达回证', 'Proof of service', {
      word: '消送字',
      law: 'house',
      copies: ['存档'],
      signs: '送达人、受送达人签名；拒收的由见证人签名',
    }),
  ],
}

export const paperCodeTables: readonly CodeTable[] = [paperForms]
export const paperCodeShapes: Readonly<Record<string, z.ZodType>> = { [paperForms.key]: FormProps }
