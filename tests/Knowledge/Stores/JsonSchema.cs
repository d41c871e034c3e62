using System.Text.Json;

namespace Tests.Knowledge.Stores;

/// <summary>The part of JSON Schema that OpenAPI 3.0 descriptions use.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] Known =
    [
        "$ref", "anyOf", "oneOf", "allOf", "type", "nullable", "enum", "required", "properties", "additionalProperties", "items", "format",
        "minimum", "maximum", "minLength", "maxLength", "minItems", "uniqueItems", "description", "default", "example", "deprecated", "title", "maxItems",
    ];

    /// <summary>Where a value is not as the schema says.</summary>
    public List<string> Problems(JsonElement schema, JsonElement value, string at)
    {
        if (schema.EnumerateObject().FirstOrDefault(part => !Known.Contains(part.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            return [$"{at}: the schema says {unknown.Name}, which is not checked"];
        }
        if (schema.TryGetProperty("$ref", out JsonElement reference)) { return Problems(Resolve(reference.GetString()!), value, at); }
        bool nullable = schema.TryGetProperty("nullable", out JsonElement may) && may.GetBoolean();
        if (value.ValueKind == JsonValueKind.Null && nullable) { return []; }
        // a schema that says nothing else stands for null alone
        if (nullable && schema.EnumerateObject().Count() == 1) { return [$"{at}: is not null"]; }
        List<string> problems = [.. Choices(schema, value, at)];
        if (schema.TryGetProperty("type", out JsonElement type)) { problems.AddRange(OfType(schema, type.GetString()!, value, at)); }
        if (schema.TryGetProperty("enum", out JsonElement allowed) && !allowed.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)))
        {
            problems.Add($"{at}: {value} is none of {allowed}");
        }
        return problems;
    }

    private List<string> Choices(JsonElement schema, JsonElement value, string at)
    {
        List<string> problems = [];
        if (schema.TryGetProperty("allOf", out JsonElement all)) { problems.AddRange(all.EnumerateArray().SelectMany(each => Problems(each, value, at))); }
        foreach (string kind in (string[])["anyOf", "oneOf"])
        {
            if (!schema.TryGetProperty(kind, out JsonElement choices)) { continue; }
            List<string>[] tried = [.. choices.EnumerateArray().Select(each => Problems(each, value, at))];
            if (!tried.Any(each => each.Count == 0)) { problems.Add($"{at}: fits no choice: {string.Join(" | ", tried.Select(each => each[0]).Distinct().Take(6))}"); }
        }
        return problems;
    }

    private List<string> OfType(JsonElement schema, string type, JsonElement value, string at) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) => OfObject(schema, value, at),
        ("array", JsonValueKind.Array) => OfArray(schema, value, at),
        ("string", JsonValueKind.String) => OfString(schema, value.GetString()!, at),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => [],
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out long whole) && !(IsUnsigned(schema) && whole < 0) ? OfNumber(schema, whole, at) : [$"{at}: {value} is no such integer"],
        ("number", JsonValueKind.Number) => OfNumber(schema, value.GetDouble(), at),
        _ => [$"{at}: {value.ValueKind} is no {type}"],
    };

    private List<string> OfObject(JsonElement schema, JsonElement value, string at)
    {
        List<string> problems = [];
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            problems.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: {name} is missing"));
        }
        bool named = schema.TryGetProperty("properties", out JsonElement properties);
        bool more = schema.TryGetProperty("additionalProperties", out JsonElement others);
        foreach (JsonProperty each in value.EnumerateObject())
        {
            if (named && properties.TryGetProperty(each.Name, out JsonElement of)) { problems.AddRange(Problems(of, each.Value, $"{at}.{each.Name}")); }
            else if (more && others.ValueKind == JsonValueKind.Object) { problems.AddRange(Problems(others, each.Value, $"{at}.{each.Name}")); }
            else if (!more || others.ValueKind == JsonValueKind.False) { problems.Add($"{at}: {each.Name} is not described"); }
        }
        return problems;
    }

    private List<string> OfArray(JsonElement schema, JsonElement value, string at)
    {
        List<string> problems = [];
        if (schema.TryGetProperty("minItems", out JsonElement least) && value.GetArrayLength() < least.GetInt32()) { problems.Add($"{at}: has too few items"); }
        if (schema.TryGetProperty("uniqueItems", out JsonElement unique) && unique.GetBoolean()
            && value.EnumerateArray().Select(each => each.GetRawText()).Distinct().Count() < value.GetArrayLength())
        {
            problems.Add($"{at}: an item stands there twice");
        }
        if (schema.TryGetProperty("items", out JsonElement items))
        {
            problems.AddRange(value.EnumerateArray().SelectMany((each, i) => Problems(items, each, $"{at}[{i}]")).Take(5));
        }
        return problems;
    }

    private static List<string> OfString(JsonElement schema, string value, string at)
    {
        string? format = schema.TryGetProperty("format", out JsonElement said) ? said.GetString() : null;
        bool fits = format switch
        {
            "uuid" => Guid.TryParse(value, out _),
            "date-time" => DateTimeOffset.TryParse(value, out _),
            _ => true,
        };
        bool length = (!schema.TryGetProperty("minLength", out JsonElement least) || value.Length >= least.GetInt32())
            && (!schema.TryGetProperty("maxLength", out JsonElement most) || value.Length <= most.GetInt32());
        return fits && length ? [] : [$"{at}: '{value}' is no {format ?? "such string"}"];
    }

    private static List<string> OfNumber(JsonElement schema, double value, string at) =>
        (schema.TryGetProperty("minimum", out JsonElement least) && value < least.GetDouble())
        || (schema.TryGetProperty("maximum", out JsonElement most) && value > most.GetDouble()) ? [$"{at}: {value} is out of range"] : [];

    private static bool IsUnsigned(JsonElement schema) => schema.TryGetProperty("format", out JsonElement format) && format.GetString()!.StartsWith("uint", StringComparison.Ordinal);

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (at, part) => at.GetProperty(part));
}
