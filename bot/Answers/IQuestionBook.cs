namespace Bot.Answers;

/// <summary>Questions and those handed to people, as triage sees them: the database inside a unit of work, or a replay's memory.</summary>
public interface IQuestionBook
{
    /// <summary>Hands it to a person under the next number.</summary>
    ValueTask<HandOff> HandOffAsync(NewQuestion question, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Adds what the asker goes on to ask to what waits for a person already; null when that is answered, late or somebody else's.</summary>
    ValueTask<HandOff?> JoinAsync(int number, NewQuestion question, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>What the asker has waiting for a person in the group since then, the newest; null when nothing.</summary>
    ValueTask<HandOff?> WaitingAsync(string group, string asker, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Keeps what was asked and what the group heard.</summary>
    ValueTask KeepAsync(AskedQuestion asked, CancellationToken cancellationToken = default);

    /// <summary>What was asked in the group since then, the latest first.</summary>
    ValueTask<IReadOnlyList<AskedQuestion>> LatelyAsync(string group, DateTimeOffset since, CancellationToken cancellationToken = default);
}
