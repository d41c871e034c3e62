using Knowledge;
using Knowledge.Reading;

namespace Bot.Commands;

/// <summary>One pass over the files: keeps a few at a time, so that a crash loses no more than these, and tells what became of each.</summary>
internal sealed class IndexRun(KnowledgeBase store, FileReader reader, Action<string> tell)
{
    private const int Batch = 32;

    private readonly List<StoredDocument> _waiting = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _added;
    private int _changed;
    private int _unchanged;
    private int _removed;

    public int Failed { get; private set; }

    public string Summary => $"{_added} added, {_changed} changed, {_unchanged} unchanged, {_removed} removed, {Failed} failed";

    public void Read(IReadOnlyList<(string Path, string Name)> files, IProgress<double> progress, CancellationToken cancellationToken)
    {
        for (int i = 0; i < files.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Read(files[i].Path, files[i].Name, cancellationToken);
            if (_waiting.Count == Batch) { Flush(); }
            progress.Report((i + 1.0) / files.Count);
        }
        Flush();
        RemoveGone();
    }

    private void Read(string path, string name, CancellationToken cancellationToken)
    {
        if (!_seen.Add(name))
        {
            Fail(path, $"another file makes the document '{name}' already; rename one of them");
            return;
        }
        StoredDocument? old = store.Find(name);
        ReadResult read;
        string fingerprint = "";
        try
        {
            long size = new FileInfo(path).Length;
            byte[] bytes = size > reader.Limits.Bytes ? [] : File.ReadAllBytes(path);
            fingerprint = FileReader.Fingerprint(bytes);
            if (bytes.Length == size && old?.Fingerprint == fingerprint)
            {
                _unchanged++;
                tell($"{name}: unchanged");
                return;
            }
            read = bytes.Length < size ? reader.TooLarge(size) : reader.Read(name, Path.GetExtension(path), bytes, cancellationToken: cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            read = new ReadResult(null, "cannot be read; check its permissions");
        }
        if (read.Document is null)
        {
            Fail(path, read.Problem + (old is null ? "" : " (what was read before stays)"));
            return;
        }
        foreach (ReadNote note in read.Notes) { tell($"{path}: {note}"); }
        _waiting.Add(new StoredDocument(read.Document, old?.Enabled ?? true, fingerprint));
    }

    private void Flush()
    {
        HashSet<string> known = [.. _waiting.Select(stored => stored.Document.Name).Where(name => store.Find(name) is not null)];
        if (_waiting.Count > 0) { store.Put(_waiting); }
        foreach (StoredDocument stored in _waiting)
        {
            bool isNew = !known.Contains(stored.Document.Name);
            _added += isNew ? 1 : 0;
            _changed += isNew ? 0 : 1;
            tell($"{stored.Document.Name}: {(isNew ? "added" : "changed")}, {stored.Document.Header.Title}");
        }
        _waiting.Clear();
    }

    /// <summary>Documents that came from no file, such as people's answers, stay.</summary>
    private void RemoveGone()
    {
        foreach (string name in store.Documents.Where(stored => stored.Fingerprint is not null).Select(stored => stored.Document.Name).Where(name => !_seen.Contains(name)))
        {
            store.Remove(name);
            _removed++;
            tell($"{name}: removed, the file is gone");
        }
    }

    private void Fail(string path, string problem)
    {
        Failed++;
        tell($"{path}: {problem}; skipped");
    }
}
