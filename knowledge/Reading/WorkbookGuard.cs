namespace Knowledge.Reading;

/// <summary>For whoever reads tables in another way than into documents: what a file is, and whether a parser of workbooks may open it.</summary>
public static class WorkbookGuard
{
    /// <summary>By its bytes; a plain text counts as csv.</summary>
    public static FileKind KindOf(byte[] bytes) => FileKinds.Of(".xls", bytes);

    /// <summary>Looks through all parts of a workbook (xlsx).</summary>
    /// <returns>Why it is not to be opened; null when it may be.</returns>
    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static ReadFault? Problem(byte[] file, ReadLimits limits, CancellationToken cancellationToken = default)
    {
        try
        {
            ArchiveGuard.Check(file, limits, new Transcript(limits), cancellationToken);
            return null;
        }
        catch (ReadException e)
        {
            return e.Fault;
        }
    }
}
