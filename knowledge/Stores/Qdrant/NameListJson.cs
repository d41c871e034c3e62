using System.Text.Json;
using System.Text.Json.Serialization;

namespace Knowledge.Stores.Qdrant;

/// <summary>Names as a list of strings.</summary>
internal sealed class NameListJson : JsonConverter<NameList>
{
    public override NameList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        NameList.From(JsonSerializer.Deserialize<string[]>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, NameList value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
