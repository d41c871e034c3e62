using Bot.Triage;
using Bot.Triage.Reading;

namespace Bot.Commands;

/// <summary>A line of a message log, read; <see cref="Problem"/> says what is wrong with it otherwise.</summary>
internal readonly record struct ReadLine(int Number, Finding? Finding, string? Problem);

/// <summary>Reads a log's lines on other threads, a little ahead of whoever decides them in order.</summary>
internal sealed class ReadAhead(List<string> lines, ChatLines parser, Func<ChatMessage, Finding> read)
{
    private const int Chunk = 128;
    private const int ChunksAhead = 8;

    public async IAsyncEnumerable<ReadLine> LinesAsync()
    {
        Queue<Task<ReadLine[]>> ahead = new();
        HashSet<string> ids = [];
        for (int next = 0; next < lines.Count || ahead.Count > 0;)
        {
            while (next < lines.Count && ahead.Count < ChunksAhead)
            {
                int start = next;
                next = Math.Min(lines.Count, start + Chunk);
                int end = next;
                ahead.Enqueue(Task.Run(() => Read(start, end)));
            }

            foreach (ReadLine line in await ahead.Dequeue())
            {
                bool repeated = line.Finding is { } finding && !ids.Add(finding.Message.Id);
                yield return repeated ? new ReadLine(line.Number, null, $"id '{line.Finding!.Message.Id}' repeated") : line;
            }
        }
    }

    private ReadLine[] Read(int start, int end)
    {
        ReadLine[] read = new ReadLine[end - start];
        for (int index = start; index < end; index++)
        {
            read[index - start] = Read(index);
        }

        return read;
    }

    private ReadLine Read(int index)
    {
        if (lines[index].Contains(InputLines.Undecodable))
        {
            return new ReadLine(index + 1, null, "not valid UTF-8");
        }

        (ChatMessage? message, string? problem) = parser.Parse(lines[index]);
        return new ReadLine(index + 1, message is null ? null : read(message), problem);
    }
}
