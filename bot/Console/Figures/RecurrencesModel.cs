using Bot.Figures;

namespace Bot.Console.Figures;

/// <param name="MayPutUp">Whether the reader puts matters on the agenda and writes what came of them.</param>
public sealed record RecurrencesModel(IReadOnlyList<Recurrence> Rows, int Total, int Page, bool MayPutUp)
{
    public const int PerPage = 20;

    public bool HasMore => Total > Page * PerPage;
}
