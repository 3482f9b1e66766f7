import { readFileSync } from 'node:fs'
import { HtmlValidate, type ConfigData } from 'html-validate'

const rules = readFileSync(new URL('../.htmlvalidate.json', import.meta.url), 'utf8')
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file is the validator's own configuration
const validator = new HtmlValidate(JSON.parse(rules) as ConfigData)

/** What is wrong with the HTML of a page, a line each; nothing when it is as it should be. */
export async function findings(page: string): Promise<string[]> {
  const report = await validator.validateString(page)
  return report.results.flatMap(result =>
    result.messages.map(message => `${message.line}: ${message.message} (${message.ruleId})`),
  )
}
