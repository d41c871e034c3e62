namespace Knowledge.Reading;

/// <summary>The one place where faults get their English words: what happened, and what to do.</summary>
internal static class FaultWords
{
    public static string Of(ReadFault fault, string? place, ReadLimits limits) => fault switch
    {
        ReadFault.Empty => "is empty; choose another file",
        ReadFault.TooLarge => $"is too large ({place}); split it",
        ReadFault.NotText => "is no text in UTF-8, UTF-16 or GB18030; save it as UTF-8",
        ReadFault.NoText => "holds no text; type it in",
        ReadFault.Damaged => "is damaged; open it in the program that made it and save it again",
        ReadFault.Password => "has a password; take the password off and save it again",
        ReadFault.OldWord => "is a Word file of the old kind (.doc); save it as .docx",
        ReadFault.Slides => "is a presentation; save it as PDF or copy its text",
        ReadFault.Picture => "is a picture; type in its text",
        ReadFault.Archive => "is an archive; unpack it and take the files in it",
        ReadFault.UnknownKind => $"is of no kind that is read; save it as one of {string.Join(", ", FileReader.Extensions)}",
        ReadFault.TooMuchInside => "unpacks to far more than a document has; open it in the program that made it and save it again",
        ReadFault.Entities => "declares a document type or entities, which are not read; open it in the program that made it and save it again",
        ReadFault.TooDeep => $"is nested more than {limits.Depth} levels deep; copy its text into a new document",
        ReadFault.TooComplex => "has more parts than a document has; copy its text into a new document",
        ReadFault.TooManySheets => $"has more than {limits.Sheets} sheets; split it",
        ReadFault.TooManyRows => $"{place}: has more than {limits.Rows} rows or {limits.Cells} cells; split it",
        ReadFault.TooManyColumns => $"{place}: has more than {limits.Columns} columns; keep those that are needed",
        ReadFault.TooLongCell => $"{place}: a cell has more than {limits.CellLength} characters; look whether it is the right file",
        ReadFault.TooLong => $"has more than {limits.Characters} characters of text; split it",
        ReadFault.TooManyHeadings => "has too many headings; split it",
        ReadFault.NoPdfProgram => "is a PDF, and the program pdftotext is not installed; install poppler-utils and poppler-data, or copy its text",
        ReadFault.Scan => "is a PDF of scanned pages without text; type it in or take another file",
        ReadFault.CopyForbidden => "is a PDF whose author forbids to copy its text; ask for another file",
        ReadFault.TooSlow => $"took more than {limits.Time.TotalSeconds:0} s to read; split it",
        ReadFault.BadAddress => "is no address of the web; copy it from the browser, it begins with https://",
        ReadFault.NoSuchHost => "names a machine that is not known; look for a slip",
        ReadFault.NotPublic => "leads to a network that is not public; save the page as a file",
        ReadFault.NoConnection => "does not answer; try again later or save the page as a file",
        ReadFault.TooManyRedirects => "leads on too often; take the address that the browser shows in the end",
        ReadFault.WebRefused => $"answers with status {place}; look whether the browser opens it without a password",
        ReadFault.WebTooSlow => "takes too long; try again later or save the page as a file",
        ReadFault.OddPath => "is a link or has a name that leads out of its folder; pack the file itself",
        ReadFault.TooManyFiles => $"holds more than {limits.PackedFiles} files; pack them in parts",
        _ => "cannot be read; look at its header",
    };
}
