using System.Text.Json;
using System.Xml.Linq;
using Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Tests.Open311;

/// <summary>Each answer against the published description. Where the description is a later draft than the frozen text (one thing instead of a list of one), the frozen text is followed.</summary>
public sealed class ContractTests(Open311Rig rig) : IClassFixture<Open311Rig>
{
    private static readonly string[] Frozen = ["/tokens/{token_id}.{response_format}", "/requests.{response_format}"];

    [Fact]
    public async Task Every_address_of_the_description_answers_as_described()
    {
        YamlMappingNode description = Description();
        int number = await rig.OpenAsync("路灯", "路灯不亮", "3号楼1单元");
        (_, string filed) = await rig.PostAsync("requests.json", "contract", ("api_key", Open311Rig.Key), ("service_code", "lift"), ("address_string", "春和苑1号楼"));
        int seen = 0;
        foreach ((YamlNode path, YamlNode operations) in Map(description, "paths"))
        {
            foreach ((YamlNode method, YamlNode operation) in (YamlMappingNode)operations)
            {
                YamlMappingNode schema = Map(operation, "responses", "200", "schema");
                string address = Address($"{path}", number, "json");
                string body = $"{method}" == "post" ? filed : (await rig.GetAsync(address)).Body;
                JsonElement answer = JsonDocument.Parse(body).RootElement;
                bool list = answer.ValueKind == JsonValueKind.Array && Text(schema, "type") != "array";
                list.ShouldBe(Frozen.Contains($"{path}") && Text(schema, "type") != "array", $"{path}");
                foreach (JsonElement each in list ? answer.EnumerateArray() : Enumerable.Repeat(answer, 1)) { Check(each, schema, description, $"{method} {path}"); }
                seen++;
            }
        }
        seen.ShouldBe(6);
    }

    [Fact]
    public async Task The_XML_has_the_elements_of_the_description()
    {
        YamlMappingNode description = Description();
        int number = await rig.OpenAsync("路灯", "路灯不亮", "3号楼1单元");
        foreach ((string path, string definition, string element) in new[]
        {
            ("services.xml", "Service", "service"), ("services/lift.xml", "ServiceDefinition", "service_definition"),
            ("requests.xml", "Request", "request"), ($"requests/{number}.xml", "Request", "request"), ($"request/{number}.xml", "Request", "request"),
        })
        {
            string[] known = [.. Map(description, "definitions", definition, "properties").Children.Keys.Select(key => $"{key}")];
            XElement[] found = [.. XDocument.Parse((await rig.GetAsync(path)).Body).Descendants(element)];
            found.ShouldNotBeEmpty(path);
            found.ShouldAllBe(each => each.Elements().All(field => known.Contains(field.Name.LocalName)), path);
            foreach (string required in Names(Map(description, "definitions", definition), "required")) { found.ShouldAllBe(each => each.Element(required) != null, $"{path} {required}"); }
        }
    }

    private static string Address(string path, int number, string format) => path.TrimStart('/')
        .Replace("{response_format}", format, StringComparison.Ordinal).Replace("{service_request_id}", $"{number}", StringComparison.Ordinal)
        .Replace("{service_code}", "lift", StringComparison.Ordinal).Replace("{token_id}", "contract", StringComparison.Ordinal);

    private static void Check(JsonElement value, YamlMappingNode schema, YamlMappingNode description, string where)
    {
        if (Text(schema, "$ref") is { } reference) { Check(value, Map(description, "definitions", reference.Split('/')[^1]), description, where); return; }
        if (Text(schema, "type") == "array")
        {
            value.ValueKind.ShouldBe(JsonValueKind.Array, where);
            foreach (JsonElement each in value.EnumerateArray()) { Check(each, Map(schema, "items"), description, where); }
        }
        else if (schema.Children.ContainsKey("properties"))
        {
            foreach (string required in Names(schema, "required")) { value.TryGetProperty(required, out _).ShouldBeTrue($"{where} {required}"); }
            foreach (JsonProperty property in value.EnumerateObject())
            {
                Map(schema, "properties").Children.ContainsKey(property.Name).ShouldBeTrue($"{where} {property.Name} is not described");
                Check(property.Value, Map(schema, "properties", property.Name), description, $"{where} {property.Name}");
            }
        }
        else
        {
            CheckPlain(value, schema, where);
        }
    }

    private static void CheckPlain(JsonElement value, YamlMappingNode schema, string where)
    {
        JsonValueKind[] kinds = Text(schema, "type") switch { "boolean" => [JsonValueKind.True, JsonValueKind.False], "number" or "integer" => [JsonValueKind.Number], _ => [JsonValueKind.String] };
        kinds.ShouldContain(value.ValueKind, where);
        string[] allowed = [.. Names(schema, "enum")];
        if (allowed.Length > 0) { allowed.ShouldContain(value.GetString(), where); }
        if (Text(schema, "format") == "date-time") { value.TryGetDateTimeOffset(out _).ShouldBeTrue(where); }
    }

    private static YamlMappingNode Description()
    {
        YamlStream stream = [];
        using StreamReader reader = File.OpenText(SharedMaterial.Require("contracts", "georeport-v2.yaml"));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlNode node, params string[] path) => (YamlMappingNode)path.Aggregate(node, (at, name) => at[name]);

    private static string? Text(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out YamlNode? value) ? $"{value}" : null;

    private static IEnumerable<string> Names(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(name, out YamlNode? value) ? ((YamlSequenceNode)value).Select(each => $"{each}") : [];
}
