// The official client against a server: initialises, lists, calls every tool once, and prints what came of each.
// MCP_URL; with WITH_CREDENTIALS also APP_ID and APP_SECRET; GIVEN has arguments of single tools, by their names.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const headers = process.env.WITH_CREDENTIALS
  ? { 'x-app-id': process.env.APP_ID, 'x-app-secret': process.env.APP_SECRET, 'X-Breet-Env': 'development' }
  : {};

const ARGUMENTS = {
  query: 'how do I verify a webhook',
  path: '/docs/errors',
  operation: 'withdrawToBank',
  error: 'insufficient balance',
  id: 'ffffffffffffffffffffffff',
};
const GIVEN = JSON.parse(process.env.GIVEN ?? '{}');

const client = new Client({ name: 'acceptance', version: '1' });
await client.connect(new StreamableHTTPClientTransport(new URL(process.env.MCP_URL), { requestInit: { headers } }));
const { tools } = await client.listTools();
const answers = {};
for (const tool of tools) {
  const required = tool.inputSchema.required ?? [];
  const given = GIVEN[tool.name] ?? Object.fromEntries(required.map((name) => [name, ARGUMENTS[name]]));
  const answer = await client.callTool({ name: tool.name, arguments: given });
  answers[tool.name] = { isError: Boolean(answer.isError), text: answer.content[0].text };
}
await client.close();
console.log(JSON.stringify(answers));
