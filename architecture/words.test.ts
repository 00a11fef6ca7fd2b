/** Chinese that people read is written with full-width punctuation: ，；：？！（） and no half-width ones beside a Chinese character. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('..', import.meta.url))

/** A half-width sign that touches a Chinese character. English may name a thing in Chinese: Issue (印发): figures. */
const halfWidth = /[一-龥》）】][,;!?]|[一-龥》）】]:(?! [A-Za-z])|[一-龥》】]\(|(?<![A-Za-z] )\([一-龥《]/
/** Names that a program takes apart again, or that one is to type so: 周一,周二 and 填“经度,纬度”. */
const list = /(^|“)[一-龥]+(,[一-龥]+)+($|”)/g

/** The headers of the canonical layout are what other programs write: 直接财产损失(元). */
const dataOfOthers = ['src/areas/incidents/import-layout.ts', 'src/areas/premises/import-layout.ts']

/** The texts of a source file: what stands in quotation marks, in templates, and between tags. No comments, no patterns. */
function textsOf(path: string, source: string): string[] {
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) texts.push(node.text)
    else if (ts.isTemplateExpression(node))
      // A value in the middle is no punctuation: 第 ${line} 行.
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('0'))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true))
  return texts
}

const faultsIn = (path: string, source: string): string[] =>
  textsOf(path, source)
    .flatMap((text) => text.split('\n'))
    .filter((line) => halfWidth.test(line.replace(list, '')))

describe('half-width punctuation', () => {
  const sources = globSync('{src,bin}/**/*.{ts,tsx,mjs}', { cwd: project })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.test\.tsx?$|\/testing/.test(path) && !dataOfOthers.includes(path))

  it('stands in no Chinese text of the program', () => {
    expect(sources.length).toBeGreaterThan(200)
    const faults = sources.flatMap((path) =>
      faultsIn(path, readFileSync(`${project}${path}`, 'utf8')).map((line) => `${path}: ${line.trim()}`),
    )
    expect(faults).toEqual([])
  })
  it('stands in no Chinese document', () => {
    const text = readFileSync(`${project}README.zh-CN.md`, 'utf8').replace(/`[^`\n]+`|\]\([^)]*\)/g, '')
    expect(text.split('\n').filter((line) => halfWidth.test(line))).toEqual([])
  })
  it.each([
    ["say('端口被占用,请另设 PORT')", 1],
    ['say(`映射方案(文件或名称)`)', 1],
    [`const line = \`第 \${line} 行: \${reason}\``, 1],
    ['const view = <b>共计:{n}</b>', 1],
    ['// 环比: the period before\nconst a = /[年月](第|日):/', 0],
    [`const words = { 类别: '火灾', 年: \`\${year}年\` }`, 0],
    ["const days = '周一,周二'.split(',')", 0],
    ["const hint = '填“经度,纬度”可定位'", 0],
    ["const hint = '选择“跳过,继续”,再试'", 1],
    ["route({ summary: 'Issue (印发): figures are frozen' })", 0],
    ["say('端口被占用，请另设 PORT the port is taken, set another')", 0],
  ])('is found where it is, and only there: %s', (source, found) => {
    expect(faultsIn('planted.tsx', source)).toHaveLength(found)
  })
})
