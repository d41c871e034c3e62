using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using System.Xml;

namespace Bot.Open311;

/// <summary>Writes an answer as JSON or as XML; the XML is made from the JSON, so that both say the same.</summary>
/// <param name="format">"json" or "xml".</param>
internal sealed class Wire(string format)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static bool Knows(string? format) => format is "json" or "xml";

    /// <param name="root">Name of the XML's root.</param>
    /// <param name="item">Name of each thing below it, for a list.</param>
    public Task WriteAsync(HttpContext http, object what, string root, string item)
    {
        byte[] body = format == "xml" ? Marked(what, root, item) : JsonSerializer.SerializeToUtf8Bytes(what, Json);
        http.Response.ContentType = format == "xml" ? "text/xml; charset=utf-8" : "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    public Task WriteAsync(HttpContext http, Failure failure)
    {
        http.Response.StatusCode = failure.Code;
        if (failure.Code is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) { http.Response.Headers.RetryAfter = "60"; }
        return WriteAsync(http, new[] { failure }, "errors", "error");
    }

    private static byte[] Marked(object what, string root, string item)
    {
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, Xml))
        {
            Write(writer, root, item, JsonSerializer.SerializeToElement(what, Json));
        }
        return stream.ToArray();
    }

    private static void Write(XmlWriter writer, string name, string item, JsonElement value)
    {
        writer.WriteStartElement(name);
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement each in value.EnumerateArray()) { Write(writer, item, "", each); }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in value.EnumerateObject()) { Write(writer, property.Name, property.Name.TrimEnd('s'), property.Value); }
        }
        else
        {
            writer.WriteString(string.Concat(value.ToString().Where(XmlConvert.IsXmlChar)));
        }
        writer.WriteEndElement();
    }
}
