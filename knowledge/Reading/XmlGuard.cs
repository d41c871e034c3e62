using System.Buffers;
using System.Xml;

namespace Knowledge.Reading;

/// <summary>Goes through a part once before a parser builds objects of it: no document type, no entities, not too deep, not too many elements.</summary>
internal static class XmlGuard
{
    // byte order marks, halves of wide characters, white space
    private static readonly SearchValues<byte> BeforeXml = SearchValues.Create(0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0D, 0x0A);

    /// <summary>Whether it cannot be told yet what begins here.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> start) => start.IndexOfAnyExcept(BeforeXml) < 0;

    /// <summary>Whether a parser would take these first bytes for XML, in whatever encoding.</summary>
    public static bool IsXml(ReadOnlySpan<byte> start)
    {
        int first = start.IndexOfAnyExcept(BeforeXml);
        return first >= 0 && start[first] == (byte)'<';
    }

    /// <param name="start">What was read of it already.</param>
    /// <param name="allowsType">Whether a document type is passed over; its entities are not.</param>
    public static void Check(ReadOnlyMemory<byte> start, Stream rest, bool allowsType, ReadLimits limits)
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = allowsType ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            CloseInput = false,
        };
        using JoinedStream whole = new(start, rest);
        using XmlReader reader = XmlReader.Create(whole, settings);
        int nodes = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) { continue; }
                nodes += 1 + reader.AttributeCount;
                if (reader.Depth > limits.Depth) { throw new ReadException(ReadFault.TooDeep); }
                if (nodes > limits.XmlNodes) { throw new ReadException(ReadFault.TooComplex); }
            }
        }
        catch (XmlException e)
        {
            throw new ReadException(e.Message.Contains("DTD", StringComparison.Ordinal) ? ReadFault.Entities : ReadFault.Damaged);
        }
    }
}
