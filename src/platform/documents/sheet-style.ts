/** How the page of a form looks: on paper as the Word file does, on a narrow screen as wide as the screen allows. */
import { page, size, stackOf } from './page.ts'

const margins = `${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm`

export const sheetCss = `
@font-face { font-family: Latin; src: local('Times New Roman'), local('TimesNewRomanPSMT'), local('Liberation Serif');
  unicode-range: U+20-7E, U+A0-24F, U+2013 }
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; background: #eef0f2; color: #000 }
.sheet { max-width: ${page.width}mm; min-height: ${page.height}mm; margin: 1.5rem auto; padding: ${margins}; background: #fff; box-shadow: 0 1px 6px #0003;
  font: ${size.smallFour}pt/20pt Latin, ${stackOf('body')}; text-align: justify; overflow-wrap: anywhere }
.sheet p { margin: 0; text-indent: 2em }
h1 { margin: 0; font: ${size.two}pt/32pt ${stackOf('title')}; text-align: center; text-wrap: balance }
.sheet .issuer { font: 18pt/26pt ${stackOf('title')}; text-align: center; text-indent: 0 }
.sheet .copy { font: ${size.smallFour}pt/18pt ${stackOf('regular')}; text-align: right; text-indent: 0 }
.sheet .number { text-align: right; text-indent: 0; margin-bottom: 6pt }
.sheet :is(.addressee, .flush, .small, .cut) { text-indent: 0 }
.sheet .small { font-size: ${size.five}pt; line-height: 16pt }
.sheet .cut { border-top: 1px dashed #000; margin-top: 12pt; padding-top: 6pt; text-align: center; font-family: ${stackOf('black')}; font-size: ${size.smallFour}pt }
u { text-underline-offset: 3pt; text-decoration-thickness: .5pt }
td u { text-decoration: none }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: ${size.five}pt; line-height: 16pt; margin: 2pt 0 6pt; text-align: left }
th, td { border: .5pt solid #000; padding: 1.5pt 3.5pt; font-weight: normal; height: 18pt }
th { font-family: Latin, ${stackOf('song')}; text-align: center }
.centred { text-align: center }
.signing { display: grid; grid-template-columns: 1fr 1fr; gap: 4pt 12pt; margin: 3pt 0; font-size: ${size.smallFour}pt }
.sheet .signing p { text-indent: 0; display: flex }
.line { flex: 1; border-bottom: .5pt solid #000; text-align: center; min-height: 18pt }
.closing { margin: 4pt 0 6pt auto; width: fit-content; text-align: center; padding-right: 2em; line-height: 21pt }
.sheet .closing p { text-indent: 0 }
@page { size: A4; margin: ${margins} }
@media screen and (max-width: 820px) {
  body { background: #fff }
  .sheet { margin: 0; padding: 1.25rem 1rem 2.5rem; min-height: 0; box-shadow: none; border-bottom: 6px solid #eef0f2; font-size: 1rem; line-height: 1.75 }
  .sheet .issuer { font-size: 1.125rem; line-height: 1.5 }
  h1 { font-size: 1.375rem; line-height: 1.5 }
  .scroll { overflow-x: auto }
  table { min-width: 34rem }
  .signing { grid-template-columns: 1fr }
}
@media print {
  body { background: none }
  .sheet { max-width: none; min-height: 0; margin: 0; padding: 0; box-shadow: none; break-after: page }
  .sheet:last-child { break-after: auto }
  .scroll { overflow: visible }
  tr, .closing, .signing, .together { break-inside: avoid }
  thead { display: table-header-group }
  .closing { break-before: avoid }
}
`
