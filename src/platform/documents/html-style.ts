/** How the page of a document looks: on paper as the Word file does, on a screen as wide as the screen allows. */
import { linePitch, page, size, stackOf, tightening } from './page.ts'

const margins = `${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm`
const number = `content: "— " counter(page) " —"; font: ${size.four}pt ${stackOf('song')}; padding: 0 ${size.four}pt; vertical-align: top`
const line = `${linePitch / 20}pt`

const paper = `
@page { size: A4; margin: ${margins} }
@page :right { @bottom-right { ${number} } }
@page :left { @bottom-left { ${number} } }
@media print {
  body { background: none }
  .paper { max-width: none; margin: 0; padding: 0; box-shadow: none }
  .scroll { overflow: visible }
  figure svg { min-width: 0 }
  details { display: none }
  h2, h3, h4, h5, caption { break-after: avoid }
  tr, figure { break-inside: avoid }
  thead { display: table-header-group }
  .closing { break-inside: avoid; break-before: avoid }
}`

const screen = `
@media screen and (max-width: 820px) {
  body { background: #fff }
  .paper { margin: 0; padding: 1.5rem 1rem 3rem; box-shadow: none; font-size: 1.0625rem; line-height: 1.8; letter-spacing: 0 }
  .paper h1 { font-size: 1.375rem; line-height: 1.5 }
  .paper .issuer { font-size: 1.625rem }
  .paper :is(h2, h3, h4, h5) { font-size: 1.0625rem }
  th[scope='row'] { min-width: 7.5em }
  .paper :is(table, caption, figcaption, .note, details) { font-size: .875rem; line-height: 1.5 }
}`

/** Times New Roman for letters and figures alone: quotation marks and dashes stay as wide as a character. */
const latin = `@font-face { font-family: Latin; src: local('Times New Roman'), local('TimesNewRomanPSMT'), local('Liberation Serif');
  unicode-range: U+20-7E, U+A0-24F, U+2013 }`

/** Pages of a draft that go about alone say so; the first one says it below its title. */
export const draftCss = (mark: string): string =>
  `@page { @top-right { content: '${mark}'; font: ${size.five}pt ${stackOf('regular')} } }\n@page :first { @top-right { content: none } }`

export const css = `
${latin}
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; background: #eef0f2; color: #000 }
.paper { max-width: ${page.width}mm; margin: 1.5rem auto; padding: ${margins}; background: #fff; box-shadow: 0 1px 6px #0003;
  font: ${size.three}pt/${line} Latin, ${stackOf('body')}; letter-spacing: ${tightening / 20}pt; text-align: justify; overflow-wrap: anywhere }
.paper p { margin: 0; text-indent: 2em }
h1, h2, h3, h4, h5 { margin: 0; font-size: ${size.three}pt; font-weight: normal }
h1 { font: ${size.two}pt/36pt ${stackOf('title')}; text-align: center; text-wrap: balance; margin-bottom: ${line} }
h2, h3, h4, h5 { text-indent: 2em; text-align: left }
h2 { font-family: Latin, ${stackOf('black')} }
h3 { font-family: Latin, ${stackOf('regular')} }
.paper :is(.mark, .addressee, .issuer, .number, .draft) { text-indent: 0 }
.mark { font-family: ${stackOf('black')} }
.paper .issuer { color: #f00; font: 36pt/1.4 ${stackOf('title')}; text-align: center; margin-bottom: ${line} }
.paper .number { text-align: center; border-bottom: 1.5pt solid #f00; padding-bottom: 8pt; margin-bottom: ${line} }
.paper .draft { text-align: center; font-family: ${stackOf('regular')}; margin: 0 0 ${line} }
h1:has(+ .draft) { margin-bottom: 0 }
.missing { background: #ff0; color: #000 }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: ${size.five}pt; line-height: 16pt; letter-spacing: 0; font-family: Latin, ${stackOf('song')}; margin-bottom: 8pt }
caption, figcaption { font: ${size.smallFour}pt/20pt Latin, ${stackOf('black')}; letter-spacing: 0; text-align: center; padding: 8pt 0 4pt }
th, td { border: .5pt solid #000; padding: 2.5pt 3pt; font-weight: normal }
thead th, .sum :is(th, td) { font-family: Latin, ${stackOf('black')} }
thead th { text-align: center }
.left { text-align: left } .right { text-align: right } .center { text-align: center }
td.right { white-space: nowrap }
figure { margin: 8pt 0; text-align: center }
figure svg { width: 150mm; max-width: 100%; min-width: 30rem; height: auto; display: block; margin: auto; letter-spacing: 0 }
.paper .note { font-size: ${size.smallFour}pt; line-height: 20pt }
.paper .tableNote { font-size: ${size.five}pt; line-height: 16pt; text-indent: 0; margin: -5pt 0 8pt }
details { font-size: ${size.smallFour}pt; line-height: 1.5; letter-spacing: 0; text-align: left }
summary { cursor: pointer; text-align: center; color: #1d3c63 }
.attachments { margin-top: ${line}; padding-left: 2em; display: grid; grid-template-columns: auto 1fr }
.attachments ol { margin: 0; padding-left: 1.2em }
.paper .attachments p { text-indent: 0 }
.closing { margin: calc(2 * ${line}) 0 0 auto; width: fit-content; text-align: center }
.paper .closing p { text-indent: 0 }
${screen}
${paper}
`
