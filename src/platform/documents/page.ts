/** The page of an official document by GB/T 9704-2012: measures and fonts, for Word and for the browser alike. */

/** Millimetres. 版心 is 156 × 225. */
export const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 } as const

/** Twentieths of a point, in which Word measures. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)
export const textWidth = twips(page.width - page.left - page.right)

/** 22 lines fill 225 mm: 28.95 pt each. */
export const linePitch = 579

/** Sizes in points by their Chinese names. */
export const size = { two: 22, three: 16, four: 14, smallFour: 12, five: 10.5 } as const

/**
 * 28 characters of 3号 are 448 pt and the line is 442.2 pt: each stands a quarter of a point closer.
 * The grid by characters would say the same, but LibreOffice then spaces the text half as wide again.
 */
export const tightening = -5
/** One character of the body with its spacing, in twips. */
export const em = size.three * 20 + tightening

export interface Face {
  /** The name that the standard, and with it every bureau's template, gives. */
  readonly name: string
  /** The name under which the font is known elsewhere; Word takes it where the first is not installed. */
  readonly alternative: string
  /** For the browser, after the two names. */
  readonly others: string
}
export const faces = {
  title: {
    name: '方正小标宋简体',
    alternative: 'FZXiaoBiaoSong-B05S',
    others: "'方正小标宋_GBK', STZhongsong, '华文中宋', 'Noto Serif CJK SC', SimSun, serif",
  },
  body: {
    name: '仿宋_GB2312',
    alternative: '仿宋',
    others: "FangSong_GB2312, FangSong, STFangsong, 'Noto Serif CJK SC', SimSun, serif",
  },
  black: { name: '黑体', alternative: 'SimHei', others: "STHeiti, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif" },
  regular: { name: '楷体_GB2312', alternative: '楷体', others: "KaiTi_GB2312, KaiTi, STKaiti, 'LXGW WenKai', serif" },
  song: { name: '宋体', alternative: 'SimSun', others: "STSong, 'Noto Serif CJK SC', serif" },
} as const satisfies Record<string, Face>
export type FaceName = keyof typeof faces

/** Figures and Latin letters, as bureaus commonly set them. */
export const latin = 'Times New Roman'

/** The order of a browser's choice. */
export const stackOf = (face: FaceName): string => {
  const { name, alternative, others } = faces[face]
  return `'${name}', '${alternative}', ${others}`
}
