namespace Knowledge;

/// <summary>What a line of a document is.</summary>
internal enum LineKind
{
    Blank,
    Text,

    /// <summary>"## 所需材料".</summary>
    Heading,

    /// <summary>"第一章 总则" on a line of its own.</summary>
    Part,

    /// <summary>"第十二条 …".</summary>
    Clause,

    /// <summary>"一、…".</summary>
    Item,

    /// <summary>"（一）…".</summary>
    SubItem,
}

/// <param name="End">Where its line feed stands, or the text's end.</param>
internal readonly record struct Line(int Start, int End, LineKind Kind);
