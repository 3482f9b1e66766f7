// Runs a file of the project, or a tool of node_modules, on a Node that is new enough:
//
//   node bin/run.js FILE.ts [argument …]
//   node bin/run.js --bin NAME [argument …]
import { runProgram } from './node.js'

const [first = '', ...others] = process.argv.slice(2)
const [name = '', ...args] = first === '--bin' ? others : [first, ...others]
const program = first === '--bin' ? `node_modules/.bin/${name}` : name
await runProgram({ program, args, development: true })
