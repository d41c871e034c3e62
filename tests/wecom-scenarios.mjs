// The vendor's own clients against an end that speaks as WeCom does:
//   node wecom-scenarios.mjs line WSURL BOTID SECRET FILEURL AESKEY      the long connection
//   node wecom-scenarios.mjs callback URL TOKEN ENCODINGAESKEY NOW       the address a bot is called at
// Ends with 0 and the line "N scenarios"; else it says which one failed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import aibot from '@wecom/aibot-node-sdk';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';

const { WSClient } = aibot;
const [mode, ...given] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

const line = async ([wsUrl, botId, secret, fileUrl, aesKey]) => {
  const client = new WSClient({ botId, secret, wsUrl, logger: quiet, heartbeatInterval: 1000, reconnectInterval: 50 });
  const next = (event) => new Promise((resolve) => client.once(event, resolve));
  const authenticated = next('authenticated');
  const heard = next('message.text');
  client.connect();
  await authenticated;
  console.log('connected');
  const frame = await heard;
  assert.equal(frame.body.text.content, '@网格助手 电梯坏了');
  assert.equal((await client.replyStream(frame, 'stream-1', '记下了', true)).errcode, 0);
  assert.equal((await client.sendMessage(frame.body.chatid, { msgtype: 'markdown', markdown: { content: '通知' } })).errcode, 0);
  const { buffer } = await client.downloadFile(fileUrl, aesKey);
  console.log(createHash('sha256').update(buffer).digest('hex'));
  await pause(1500);
  assert.ok(client.isConnected, 'its heartbeat was answered');
  const displaced = next('event.disconnected_event');
  const second = new WSClient({ botId, secret, wsUrl, logger: quiet });
  second.connect();
  await displaced;
  await pause(200);
  assert.ok(!client.isConnected, 'the second took it over');
  second.disconnect();
  const denied = new WSClient({ botId, secret: 'wrong', wsUrl, logger: quiet, reconnectInterval: 10, maxAuthFailureAttempts: 1 });
  await new Promise((resolve) => {
    denied.on('error', (error) => error.code === 'WS_AUTH_FAILURE_EXHAUSTED' && resolve());
    denied.connect();
  });
  denied.disconnect();
  return 6;
};

const callback = async ([url, token, key, now]) => {
  const address = (encrypted, nonce, timestamp = now, signature = getSignature(token, timestamp, nonce, encrypted)) =>
    `${url}?${new URLSearchParams({ msg_signature: signature, timestamp, nonce })}`;
  const post = (where, encrypted) => fetch(where, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ encrypt: encrypted }) });
  const echo = encrypt(key, '8231942017', '');
  const checked = await fetch(`${address(echo, 'peer1')}&echostr=${encodeURIComponent(echo)}`);
  assert.equal(await checked.text(), '8231942017');
  const said = { msgid: 'peer-1', aibotid: 'B1', chatid: 'wrPEER', chattype: 'group', from: { userid: 'lisi' }, msgtype: 'text', text: { content: '@网格助手 路灯不亮' } };
  const sealed = encrypt(key, JSON.stringify(said), '');
  assert.equal(decrypt(key, sealed).message, JSON.stringify(said));
  const heard = await post(address(sealed, 'peer2'), sealed);
  assert.equal(heard.status, 200);
  assert.equal(await heard.text(), '');
  assert.equal((await post(address(sealed, 'peer2'), sealed)).status, 401, 'replayed');
  assert.equal((await post(address(sealed, 'peer3', now, getSignature('other', now, 'peer3', sealed)), sealed)).status, 401, 'another token');
  const elsewhere = encrypt(key, JSON.stringify(said), 'wx5823bf96d3bd56c7');
  assert.equal((await post(address(elsewhere, 'peer4'), elsewhere)).status, 401, 'another receiver');
  return 5;
};

console.log(`${await (mode === 'line' ? line : callback)(given)} scenarios`);
process.exit(0);
