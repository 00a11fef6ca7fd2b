/** A browser's long name for itself, as people call it. */

const browsers = [
  [/Edg\//, 'Edge'],
  [/QQBrowser/, 'QQ'],
  [/(360SE|QIHU|360EE)/, '360'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/(iPhone|iPad)/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/(UOS|Kylin)/, '麒麟/统信'],
  [/Linux/, 'Linux'],
] as const

/** 'Mozilla/5.0 (X11; Linux x86_64) … Chrome/156.0.0.0 Safari/537.36' → 'Chrome · Linux'. */
export function agentName(agent: string | null): string | undefined {
  if (!agent) return undefined
  const find = (table: readonly (readonly [RegExp, string])[]) => table.find(([mark]) => mark.test(agent))?.[1]
  const known = [find(browsers), find(systems)].filter((name) => name !== undefined)
  return known.length > 0 ? known.join(' · ') : agent.slice(0, 40)
}
