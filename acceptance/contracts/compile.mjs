// Compiles the contracts of this folder: node compile.mjs OUT.json
// Writes {"Name": "0x<creation code>"}. Imports come from ../npm, pinned there together with the compiler.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, '..', 'npm', 'node_modules');
const solc = createRequire(join(packages, 'index.js'))('solc');

const files = readdirSync(here).filter((file) => file.endsWith('.sol'));
const input = {
  language: 'Solidity',
  sources: Object.fromEntries(files.map((file) => [file, { content: readFileSync(join(here, file), 'utf8') }])),
  settings: {
    evmVersion: 'cancun',
    optimizer: { enabled: true },
    outputSelection: { '*': { '*': ['evm.bytecode.object'] } },
  },
};
const output = JSON.parse(
  solc.compile(JSON.stringify(input), {
    import: (path) => ({ contents: readFileSync(join(packages, path), 'utf8') }),
  }),
);
const errors = (output.errors ?? []).filter((error) => error.severity === 'error');
if (errors.length > 0) {
  console.error(errors.map((error) => error.formattedMessage).join('\n'));
  process.exit(1);
}
const code = {};
for (const file of files) {
  for (const [name, contract] of Object.entries(output.contracts[file])) {
    code[name] = `0x${contract.evm.bytecode.object}`;
  }
}
writeFileSync(process.argv[2], JSON.stringify(code));
