#!/usr/bin/env node
import { runProgram } from './node.js'

await runProgram({ program: 'src/cli.ts', args: process.argv.slice(2), development: false })
