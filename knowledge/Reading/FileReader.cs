using System.Security.Cryptography;
using Knowledge.Reading.Pages;
using Knowledge.Reading.Pdf;
using Knowledge.Reading.Tables;
using Knowledge.Reading.Word;

namespace Knowledge.Reading;

/// <summary>Reads the bytes of a file that somebody wrote or uploaded into one document of Markdown, or says why it cannot. Safe for many threads.</summary>
public sealed class FileReader(ReadLimits? limits = null)
{
    private readonly ReadLimits _limits = limits ?? ReadLimits.Usual;

    /// <summary>Extensions of files that are read, with their dots, in lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } =
        [".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".docm", ".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".pdf"];

    /// <summary>Whether PDF can be read on this machine: by a program that has to be installed.</summary>
    public static bool ReadsPdf => PdfProgram.IsInstalled;

    /// <summary>How much is read.</summary>
    public ReadLimits Limits => _limits;

    /// <summary>Never throws for what the bytes hold.</summary>
    /// <param name="name">See <see cref="Document"/>.</param>
    /// <param name="extension">Of the file's name, with its dot. Its bytes decide; among plain texts the name does.</param>
    /// <param name="encoding">What is said of the text's encoding by who sent it.</param>
    public ReadResult Read(string name, string extension, byte[] bytes, string? encoding = null, CancellationToken cancellationToken = default)
    {
        if (bytes.Length == 0) { return Fault(FileKinds.OfName(extension), ReadFault.Empty, null); }
        if (bytes.Length > _limits.Bytes) { return TooLarge(bytes.Length); }
        FileKind kind = FileKinds.Of(extension, bytes);
        Transcript transcript = new(_limits);
        try
        {
            if (Unread(kind) is { } fault) { throw new ReadException(fault); }
            if (kind is FileKind.Text or FileKind.Page or FileKind.Csv && bytes.Length > _limits.TextBytes) { return TooLarge(bytes.Length, _limits.TextBytes); }
            if (kind == FileKind.Text) { return Text(name, extension, bytes, encoding); }
            Transcribe(kind, bytes, encoding, transcript, cancellationToken);
            return Document(name, extension, kind, transcript);
        }
        catch (ReadException e)
        {
            return Fault(kind, e.Fault, e.Place) with { Notes = transcript.Notes };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fault(kind, ReadFault.TooSlow, null) with { Notes = transcript.Notes };
        }
#pragma warning disable CA1031 // the parser of a damaged file throws whatever it meets
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return Fault(kind, ReadFault.Damaged, null);
        }
    }

    /// <summary>For a file that need not be read at all.</summary>
    public ReadResult TooLarge(long length) => TooLarge(length, _limits.Bytes);

    /// <summary>See <see cref="StoredDocument.Fingerprint"/>.</summary>
    public static string Fingerprint(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Transcribe(FileKind kind, byte[] bytes, string? encoding, Transcript transcript, CancellationToken cancellationToken)
    {
        // the program that reads PDF has a clock of its own, which does not run while it waits for its turn
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(transcript.Limits.Time);
        switch (kind)
        {
            case FileKind.Word:
                WordFile.Read(bytes, transcript, late.Token);
                break;
            case FileKind.Workbook or FileKind.OldWorkbook:
                WorkbookFile.Read(kind, bytes, transcript, late.Token);
                break;
            case FileKind.Csv:
                WorkbookFile.Read(Decoded(bytes, encoding), transcript, late.Token);
                break;
            case FileKind.Page:
                PageFile.Read(Decoded(bytes, encoding ?? PageFile.DeclaredEncoding(bytes)), transcript, late.Token);
                break;
            default:
                PdfText.Read(PdfProgram.Run(bytes, transcript.Limits, folders: null, cancellationToken), transcript);
                break;
        }
    }

    private static string Decoded(byte[] bytes, string? encoding) =>
        TextDecoder.Decode(bytes, encoding) ?? throw new ReadException(ReadFault.NotText);

    private ReadResult Text(string name, string extension, byte[] bytes, string? encoding)
    {
        ReadResult read = MarkdownReader.Read(name, Decoded(bytes, encoding));
        return read.Document is not { } document ? read
            : !Wording.HasWords(document.Body) ? Fault(FileKind.Text, ReadFault.NoText, null)
            : read with { Notes = [.. OtherKind(extension, FileKind.Text), .. read.Notes] };
    }

    private ReadResult Document(string name, string extension, FileKind kind, Transcript transcript)
    {
        string body = transcript.Body;
        if (!Wording.HasWords(body)) { return Fault(kind, ReadFault.NoText, null) with { Notes = transcript.Notes }; }
        if (MarkdownReader.HasTooManyHeadings(body)) { return Fault(kind, ReadFault.TooManyHeadings, null); }
        // the first heading of a table is its first question
        string? title = transcript.Title ?? (kind is FileKind.Workbook or FileKind.OldWorkbook or FileKind.Csv ? Path.GetFileName(name) : null);
        return new ReadResult(new Document(name, new DocumentHeader(MarkdownReader.TitleOf(name, title, body), transcript.Issuer), body))
        {
            Kind = kind,
            Notes = [.. OtherKind(extension, kind), .. transcript.Notes],
        };
    }

    private static ReadNote[] OtherKind(string extension, FileKind kind) =>
        FileKinds.OfName(extension) is var named && named != kind && named != FileKind.Unknown ? [new ReadNote(ReadNoteKind.OtherKind, 1, kind.ToString())] : [];

    private static ReadFault? Unread(FileKind kind) => kind switch
    {
        FileKind.OldWord => ReadFault.OldWord,
        FileKind.Slides => ReadFault.Slides,
        FileKind.Locked => ReadFault.Password,
        FileKind.Picture => ReadFault.Picture,
        FileKind.Archive => ReadFault.Archive,
        FileKind.Unknown => ReadFault.UnknownKind,
        _ => null,
    };

    private ReadResult TooLarge(long length, int most) =>
        Fault(FileKind.Unknown, ReadFault.TooLarge, $"{length / 1024 / 1024.0:F1} MB, at most {most / 1024 / 1024} MB");

    private ReadResult Fault(FileKind kind, ReadFault fault, string? place) =>
        new(null, FaultWords.Of(fault, place, _limits)) { Fault = fault, Place = place, Kind = kind };
}
