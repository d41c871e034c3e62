using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tests.Knowledge.Stores;

/// <summary>
/// Checks requests and answers against a published OpenAPI 3.0 description, strictly: what the description does not name is
/// as wrong as a missing field or another type.
/// </summary>
internal sealed class OpenApiContract
{
    private readonly JsonElement _root;
    private readonly JsonSchema _schema;
    private readonly List<(Regex Path, JsonElement Operations)> _paths;

    public OpenApiContract(string json)
    {
        _root = JsonDocument.Parse(json).RootElement;
        _schema = new JsonSchema(_root);
        _paths = [.. _root.GetProperty("paths").EnumerateObject()
            // "/collections/aliases" stands before "/collections/{collection_name}"
            .OrderBy(path => path.Name.Count(character => character == '{'))
            .Select(path => (new Regex("^" + Regex.Replace(path.Name, @"\{[^}]+\}", "[^/]+") + "$"), path.Value))];
    }

    /// <summary>What is wrong with a request; empty when it is as described.</summary>
    public IReadOnlyList<string> Problems(string method, string path, string query, string? body)
    {
        if (OperationOf(method, path) is not { } operation) { return [$"{method} {path}: not described"]; }
        List<string> problems = [];
        JsonElement[] parameters = operation.TryGetProperty("parameters", out JsonElement listed) ? [.. listed.EnumerateArray()] : [];
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            JsonElement parameter = parameters.FirstOrDefault(each => each.GetProperty("in").GetString() == "query" && each.GetProperty("name").GetString() == parts[0]);
            problems.AddRange(parameter.ValueKind == JsonValueKind.Undefined
                ? [$"{method} {path}: ?{parts[0]} not described"]
                : _schema.Problems(parameter.GetProperty("schema"), ValueOf(parts.ElementAtOrDefault(1) ?? ""), "?" + parts[0]));
        }
        bool described = operation.TryGetProperty("requestBody", out JsonElement expected);
        if (described != body is not null) { problems.Add($"{method} {path}: {(described ? "a body is missing" : "no body is described")}"); }
        if (described && body is not null) { problems.AddRange(_schema.Problems(Json(expected), JsonDocument.Parse(body).RootElement, "body")); }
        return problems;
    }

    /// <summary>The same for what is answered to it.</summary>
    public IReadOnlyList<string> AnswerProblems(string method, string path, int status, string body)
    {
        if (OperationOf(method, path) is not { } operation) { return []; }
        JsonElement answers = operation.GetProperty("responses");
        string key = answers.TryGetProperty(status.ToString(), out _) ? status.ToString() : status is >= 400 and < 500 ? "4XX" : "default";
        return _schema.Problems(Json(answers.GetProperty(key)), JsonDocument.Parse(body).RootElement, $"{method} {path}: {status}");
    }

    private JsonElement? OperationOf(string method, string path) =>
        _paths.Where(each => each.Path.IsMatch(path)).Select(each => each.Operations)
            .Where(operations => operations.TryGetProperty(method.ToLowerInvariant(), out _))
            .Select(operations => (JsonElement?)operations.GetProperty(method.ToLowerInvariant())).FirstOrDefault();

    private static JsonElement Json(JsonElement described) => described.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static JsonElement ValueOf(string text) =>
        text is "true" or "false" || long.TryParse(text, out _) ? JsonDocument.Parse(text).RootElement : JsonSerializer.SerializeToElement(text);
}
