// The vendor's own client against an address that speaks for the vendor:
//   node feishu-scenarios.mjs line URL APP SECRET     what our channel asks too, then three events over the long connection
//   node feishu-scenarios.mjs webhook KEY TOKEN       prints a port; ends well when a sealed and signed event was believed there
// Ends with 0 and the line "N scenarios"; else it names the one that failed.
import * as lark from '@larksuiteoapi/node-sdk';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';

const [mode, ...given] = process.argv.slice(2);
const nothing = () => {};
const quiet = { loggerLevel: lark.LoggerLevel.fatal, logger: { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing } };

async function line(domain, appId, appSecret) {
  const client = new lark.Client({ appId, appSecret, domain, ...quiet });
  const message = (text, uuid) => ({ msg_type: 'text', content: JSON.stringify({ text }), uuid });
  const scenarios = {
    async 'the bot says who it is'() {
      const { bot } = await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
      assert.equal(bot.open_id, 'ou_bot');
    },
    async 'a message is answered and the same key is said once'() {
      const reply = () => client.im.v1.message.reply({ path: { message_id: 'om_1' }, data: message('<at user_id="ou_u1">住户1</at> 记下了', 'k1') });
      assert.equal((await reply()).data.message_id, (await reply()).data.message_id);
    },
    async 'something is said in a group and to a person, and taken back'() {
      await client.im.v1.message.create({ params: { receive_id_type: 'open_id' }, data: { receive_id: 'ou_u1', ...message('有一件急事', 'k2') } });
      const said = await client.im.v1.message.create({ params: { receive_id_type: 'chat_id' }, data: { receive_id: 'oc_1', ...message('今晚停水', 'k3') } });
      assert.equal((await client.im.v1.message.delete({ path: { message_id: said.data.message_id } })).code, 0);
    },
    async 'names and a picture are given'() {
      assert.equal((await client.im.v1.chat.get({ path: { chat_id: 'oc_1' } })).data.name, '锦绣苑一网格群');
      assert.equal((await client.contact.v3.user.get({ path: { user_id: 'ou_u1' }, params: { user_id_type: 'open_id' } })).data.user.name, '住户1');
      const picture = await client.im.v1.messageResource.get({ path: { message_id: 'om_1', file_key: 'img_1' }, params: { type: 'image' } });
      const parts = [];
      for await (const part of picture.getReadableStream()) { parts.push(part); }
      assert.equal(Buffer.concat(parts).toString(), 'PICTURE');
    },
    async 'events come whole over the long connection, are answered, and a failure too'() {
      const heard = [];
      let done;
      const all = new Promise((resolve) => { done = resolve; });
      const dispatcher = new lark.EventDispatcher({ ...quiet }).register({
        'im.message.receive_v1': async ({ message: said, sender }) => {
          heard.push(JSON.parse(said.content).text);
          assert.equal(sender.sender_id.open_id, 'ou_u1');
          if (heard.length === 3) {
            setTimeout(done, 300);
            throw new Error('said by the test');
          }
        },
      });
      const socket = new lark.WSClient({ appId, appSecret, domain, ...quiet });
      await socket.start({ eventDispatcher: dispatcher });
      await all;
      assert.deepEqual(heard, ['@_user_1 一', '@_user_1 二', '@_user_1 三']);
      socket.close({ force: true });
    },
  };
  for (const [name, run] of Object.entries(scenarios)) {
    try {
      await run();
    } catch (problem) {
      console.error(`${name}: ${problem.stack}`);
      process.exit(1);
    }
  }
  console.log(`${Object.keys(scenarios).length} scenarios`);
  process.exit(0);
}

function webhook(encryptKey, verificationToken) {
  const dispatcher = new lark.EventDispatcher({ encryptKey, verificationToken, ...quiet }).register({
    'im.message.receive_v1': async ({ message: said }) => {
      console.log(`believed ${said.message_id}`);
      setTimeout(() => process.exit(0), 200);
      return {};
    },
  });
  const server = createServer(lark.adaptDefault('/webhook', dispatcher, { autoChallenge: true }));
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}

await (mode === 'line' ? line(...given) : webhook(...given));
