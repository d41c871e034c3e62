using Bot.Triage;
using Bot.Triage.Classifier;

namespace Tests.Evaluation.Kinds;

/// <summary>Kinds of single messages, each told by an engine trained without it and without whatever resembles it.</summary>
internal static class KindCrossValidation
{
    public static IReadOnlyList<JudgedRow> Run(CorpusParts corpus, int parts)
    {
        List<JudgedRow> judged = [];
        for (int part = 0; part < parts; part++)
        {
            TriageModel engine = TriageModel.Train([.. corpus.Learned(part)]);
            judged.AddRange(corpus.HeldOut(part).Where(TellsKind).Select(row => Judge(engine, row)));
        }
        return judged;
    }

    private static JudgedRow Judge(TriageModel engine, CorpusRow row)
    {
        float[] kinds = engine.Predict(row.Text, row.Role).Kinds;
        int said = Array.IndexOf(kinds, kinds.Max());
        return new JudgedRow(row, (Kind)said, kinds[said]);
    }

    /// <summary>Questions that only teach for whom they are meant teach no kind; those of a log stand there as questions too.</summary>
    private static bool TellsKind(CorpusRow row) => row.Intent is not (Intent.Neighbour or Intent.Desk);
}
