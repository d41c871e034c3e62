using System.Text.Json.Nodes;

namespace Tests.Knowledge.Stores;

/// <summary>What the stub does with a request.</summary>
internal sealed class StubCollections
{
    private readonly Dictionary<string, StubCollection> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _collections.Keys;

    public JsonNode Do(string method, string path, JsonObject body) => (method, path.Trim('/').Split('/')) switch
    {
        ("GET", ["collections"]) => new JsonObject { ["collections"] = new JsonArray([.. Names.Select(name => new JsonObject { ["name"] = name })]) },
        ("GET", ["aliases"]) => Aliases(_ => true),
        ("POST", ["collections", "aliases"]) => ChangeAliases(body),
        ("GET", ["collections", var name, "exists"]) => new JsonObject { ["exists"] = _collections.ContainsKey(Resolve(name)) },
        ("GET", ["collections", var name, "aliases"]) => Aliases(of => of == name),
        ("PUT", ["collections", var name]) => Create(name, body),
        ("DELETE", ["collections", var name]) => Drop(name),
        ("PUT", ["collections", var name, "index"]) => Done(Of(name), each => each.Indexes[body["field_name"]!.ToString()] = body["field_schema"]!.ToString()),
        ("PUT", ["collections", var name, "points"]) => Done(Of(name), each => StubPoints.Upsert(each, body)),
        ("PUT", ["collections", var name, "points", "vectors"]) => Done(Of(name), each => StubPoints.AddVectors(each, body)),
        ("POST", ["collections", var name, "points"]) => StubPoints.Retrieve(Of(name), body),
        ("POST", ["collections", var name, "points", "delete"]) => Done(Of(name), each => StubPoints.Delete(each, body)),
        ("POST", ["collections", var name, "points", "payload"]) => Done(Of(name), each => StubPoints.SetPayload(each, body)),
        ("POST", ["collections", var name, "points", "scroll"]) => StubPoints.Scroll(Of(name), body),
        ("POST", ["collections", var name, "points", "count"]) => StubPoints.Count(Of(name), body),
        ("POST", ["collections", var name, "points", "query"]) => StubQuery.Run(Of(name), body),
        ("POST", ["collections", var name, "points", "query", "batch"]) =>
            new JsonArray([.. body["searches"]!.AsArray().Select(each => StubQuery.Run(Of(name), each!.AsObject()))]),
        _ => throw new StubRefusal(404, "Not found"),
    };

    private string Resolve(string name) => _aliases.GetValueOrDefault(name, name);

    private StubCollection Of(string name) => _collections.GetValueOrDefault(Resolve(name))
        ?? throw new StubRefusal(404, $"Not found: Collection `{name}` doesn't exist!");

    private JsonNode Create(string name, JsonObject body)
    {
        if (_collections.ContainsKey(Resolve(name))) { throw new StubRefusal(409, $"Wrong input: Collection `{name}` already exists!"); }
        _collections[name] = new StubCollection(
            (body["vectors"]?.AsObject() ?? []).ToDictionary(pair => pair.Key, pair => (int)pair.Value!["size"]!),
            (body["sparse_vectors"]?.AsObject() ?? []).Select(pair => pair.Key).ToHashSet());
        return true;
    }

    private JsonNode Drop(string name)
    {
        foreach (string alias in _aliases.Where(alias => alias.Value == name).Select(alias => alias.Key).ToArray()) { _aliases.Remove(alias); }
        return _collections.Remove(name);
    }

    private JsonNode ChangeAliases(JsonObject body)
    {
        foreach (JsonNode? action in body["actions"]!.AsArray())
        {
            if (action!["delete_alias"] is { } old) { _aliases.Remove(old["alias_name"]!.ToString()); }
            if (action["create_alias"] is { } made)
            {
                Of(made["collection_name"]!.ToString());
                _aliases[made["alias_name"]!.ToString()] = made["collection_name"]!.ToString();
            }
        }
        return true;
    }

    private JsonObject Aliases(Func<string, bool> of) => new()
    {
        ["aliases"] = new JsonArray([.. _aliases.Where(alias => of(alias.Value))
            .Select(alias => new JsonObject { ["alias_name"] = alias.Key, ["collection_name"] = alias.Value })]),
    };

    private static JsonObject Done(StubCollection collection, Action<StubCollection> work)
    {
        work(collection);
        return new JsonObject { ["operation_id"] = 1, ["status"] = "completed" };
    }
}
