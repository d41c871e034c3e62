// The vendor's own client against a server at an address: node qdrant-scenarios.mjs URL KEY
// Ends with 0 and the line "N scenarios" when the server does all of them; else it names the one that failed.
import { QdrantClient } from '@qdrant/js-client-rest';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

const [url, apiKey] = process.argv.slice(2);
const client = new QdrantClient({ url, apiKey, checkCompatibility: false });
const name = `peer-${randomUUID()}`;
const ids = Array.from({ length: 6 }, () => randomUUID());
const day = 20260715;

const holding = (grids) => ({
  must: [
    { key: 'enabled', match: { value: true } },
    { key: 'effective', range: { lte: day } },
    { key: 'expires', range: { gte: day } },
    { key: 'superseded_from', range: { gt: day } },
    ...(grids ? [{ key: 'grids', match: { any: [...grids, '*'] } }] : []),
  ],
});
const point = (id, document, passage, indices, values, meaning, more = {}) => ({
  id,
  vector: { words: { indices, values }, ...(meaning ? { meaning } : {}) },
  payload: { document, passage, mark: 'm1', enabled: true, effective: 0, expires: 99999999, superseded_from: 99999999, grids: ['*'], ...more },
});
const found = async (query) => (await client.query(name, { with_payload: ['document', 'passage'], ...query })).points;
const names = async (query) => (await found(query)).map((each) => each.payload.document);
const words = (indices, values, filter = holding(), limit = 10) => ({ query: { nearest: { indices, values } }, using: 'words', filter, limit });
const meaning = (nearest, filter = holding(), limit = 10) => ({ query: { nearest }, using: 'meaning', filter, limit });

const scenarios = {
  async 'a collection with dense and sparse vectors is made and indexed'() {
    assert.equal((await client.collectionExists(name)).exists, false);
    assert.equal(await client.createCollection(name, { vectors: { meaning: { size: 4, distance: 'Cosine' } }, sparse_vectors: { words: {} } }), true);
    assert.equal((await client.collectionExists(name)).exists, true);
    for (const [field_name, field_schema] of [['document', 'keyword'], ['passage', 'integer'], ['enabled', 'bool'], ['effective', 'integer'], ['grids', 'keyword']]) {
      await client.createPayloadIndex(name, { field_name, field_schema, wait: true });
    }
    await assert.rejects(client.createCollection(name, { vectors: {} }));
  },
  async 'points are put, in batches, and put again'() {
    const points = [
      point(ids[0], 'a', 0, [1, 2], [1, 1], [1, 0, 0, 0]),
      point(ids[1], 'b', 0, [2, 3], [0.5, 2], [0.8, 0.6, 0, 0]),
      point(ids[2], 'c', 0, [4], [1], [0, 1, 0, 0]),
      point(ids[3], 'old', 0, [1], [9], [1, 0, 0, 0], { expires: 20260630 }),
      point(ids[4], 'one', 0, [5], [1], [0, 0, 1, 0], { grids: ['第一网格'] }),
      { id: ids[5], vector: {}, payload: { document: 'a', passage: -1, stored: { body: '全文' } } },
    ];
    for (let round = 0; round < 2; round++) { await client.upsert(name, { wait: true, points }); }
    assert.equal((await client.count(name, { exact: true })).count, 6);
    await assert.rejects(client.upsert(name, { wait: true, points: [{ id: ids[0], vector: { meaning: [1, 2] } }] }));
  },
  async 'words are found by their dot product, and nothing that shares none'() {
    const points = await found(words([1, 2], [1, 1]));
    assert.deepEqual(points.map((each) => [each.payload.document, each.score]), [['a', 2], ['b', 0.5]]);
    assert.deepEqual(await names(words([77], [1])), []);
  },
  async 'meanings are found by the cosine'() {
    const points = await found(meaning([0.8, 0.6, 0, 0], holding(), 2));
    assert.deepEqual(points.map((each) => each.payload.document), ['b', 'a']);
    assert.ok(Math.abs(points[0].score - 1) < 1e-5 && Math.abs(points[1].score - 0.8) < 1e-5);
    await assert.rejects(found(meaning([1, 2])));
  },
  async 'filters hold for days and readers, before the limit'() {
    assert.deepEqual(await names(words([1], [1], holding(), 1)), ['a']);
    assert.deepEqual(await names(words([5], [1], holding(['第一网格']))), ['one']);
    assert.deepEqual(await names(words([5], [1], holding(['第二网格']))), []);
    assert.deepEqual(await names(words([5], [1])), ['one']);
  },
  async 'both rankings are joined by reciprocal ranks'() {
    const prefetch = [words([2, 3], [1, 1]), meaning([1, 0, 0, 0])];
    const [byWords, byMeaning, fused] = await client.queryBatch(name, {
      searches: [...prefetch.map((each) => ({ ...each, with_payload: true })), { prefetch, query: { fusion: 'rrf' }, limit: 10, with_payload: true }],
    });
    const expected = new Map();
    for (const ranking of [byWords, byMeaning]) {
      ranking.points.forEach((each, rank) => expected.set(each.id, (expected.get(each.id) ?? 0) + 1 / (rank + 2)));
    }
    assert.equal(fused.points.length, expected.size);
    for (const each of fused.points) { assert.ok(Math.abs(each.score - expected.get(each.id)) < 1e-5); }
    assert.ok(fused.points.every((each, rank, all) => rank === 0 || all[rank - 1].score >= each.score));
  },
  async 'points are switched off and on by a filter'() {
    const filter = { must: [{ key: 'document', match: { any: ['a'] } }] };
    await client.setPayload(name, { wait: true, payload: { enabled: false }, filter });
    assert.deepEqual(await names(words([1, 2], [1, 1])), ['b']);
    await client.setPayload(name, { wait: true, payload: { enabled: true }, filter });
    assert.deepEqual(await names(words([1, 2], [1, 1])), ['a', 'b']);
    await client.setPayload(name, { wait: true, payload: { embedded: true }, points: [ids[5]] });
  },
  async 'vectors are added to points that are there'() {
    await client.updateVectors(name, { wait: true, points: [{ id: ids[2], vector: { meaning: [0, 0, 0, 2] } }] });
    const [first] = await found(meaning([0, 0, 0, 1], holding(), 1));
    assert.equal(first.payload.document, 'c');
    assert.ok(Math.abs(first.score - 1) < 1e-5);
    assert.deepEqual(await names(words([4], [1])), ['c']);
  },
  async 'whole documents are read by id and page by page'() {
    const [whole] = await client.retrieve(name, { ids: [ids[5], randomUUID()], with_payload: ['stored', 'embedded'] });
    assert.deepEqual(whole.payload, { stored: { body: '全文' }, embedded: true });
    const seen = [];
    let offset;
    do {
      const page = await client.scroll(name, { limit: 2, offset, with_payload: ['document'], filter: { must_not: [{ key: 'passage', match: { value: -1 } }] } });
      seen.push(...page.points.map((each) => each.payload.document));
      offset = page.next_page_offset ?? undefined;
    } while (offset !== undefined);
    assert.deepEqual(seen.sort(), ['a', 'b', 'c', 'old', 'one']);
  },
  async 'what is outdated or removed goes by a filter'() {
    const passages = { key: 'passage', range: { gte: 0 } };
    await client.delete(name, { wait: true, filter: { must: [{ key: 'document', match: { any: ['a', 'b'] } }, passages], must_not: [{ key: 'mark', match: { any: ['m1'] } }] } });
    assert.equal((await client.count(name, { exact: true })).count, 6);
    await client.delete(name, { wait: true, filter: { must: [{ key: 'document', match: { any: ['a', 'old'] } }] } });
    assert.equal((await client.count(name, { exact: true })).count, 3);
  },
  async 'an alias goes from one collection to the next at once'() {
    const alias = `${name}-alias`;
    const next = `${name}-next`;
    await client.createCollection(next, { vectors: {}, sparse_vectors: { words: {} } });
    await client.updateCollectionAliases({ actions: [{ create_alias: { alias_name: alias, collection_name: name } }] });
    assert.equal((await client.count(alias, { exact: true })).count, 3);
    await client.updateCollectionAliases({
      actions: [{ delete_alias: { alias_name: alias } }, { create_alias: { alias_name: alias, collection_name: next } }],
    });
    assert.equal((await client.count(alias, { exact: true })).count, 0);
    assert.deepEqual((await client.getAliases()).aliases.filter((each) => each.alias_name === alias), [{ alias_name: alias, collection_name: next }]);
    await client.deleteCollection(next);
    await client.deleteCollection(name);
    assert.equal((await client.collectionExists(name)).exists, false);
  },
  async 'a wrong key is refused'() {
    await assert.rejects(new QdrantClient({ url, apiKey: 'wrong', checkCompatibility: false }).getAliases());
  },
};

let done = 0;
for (const [told, run] of Object.entries(scenarios)) {
  try {
    await run();
    done++;
  } catch (error) {
    console.error(`${told}: ${error.stack ?? error}`);
    process.exit(1);
  }
}
console.log(`${done} scenarios`);
