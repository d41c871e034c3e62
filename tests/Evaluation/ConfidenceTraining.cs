using System.Globalization;
using System.Text;
using Knowledge.Answering;

namespace Tests.Evaluation;

/// <summary>
/// Learns the weights of the confidence and its threshold from the calibration part of the own questions, from those of other
/// invented communities and, for the language of offices, from invented news and notices.
/// </summary>
internal static class ConfidenceTraining
{
    private const int Folds = 5;
    private const double PenaltyOfManner = 0.02;
    private const double PenaltyOfPlain = 0.02;
    private const double PenaltyOfFormal = 0.1;

    // Two points at which both regressions say the same: where answering too much and too little weigh the same, and where an
    // answer may be given without a person. Of the questions to be refused so many stay below them.
    private const double RefusedAtEvenInTalk = 0.65;
    private const double RefusedAtStrictInTalk = 0.95;
    private const double Even = -1.5;

    // the invented news are fewer and less alike than real ones, so more is asked of an answer
    private const double RefusedOfOffices = 0.96;
    private const double EvenOutside = 1;
    private const double StrictOutside = 2.7;

    // in doubt a question is read as worded by an office, of which more is asked
    private const double InDoubt = 0.6;

    private static readonly string[] Communities = ["Elsewhere", "Town"];

    /// <summary>Signals that speak against an answer; of the others some speak for it and the rest were found to carry nothing over to other texts.</summary>
    private static readonly HashSet<string> Against =
    [
        "wordsNotInDocument", "wordsNotInPassage", "singlesNotInDocument", "singlesNotInPassage", "thingMissing", "thingsNotInSentence", "foreignName",
        "yearMissing", "yearConflict", "dateMissing", "numbersMissing", "placeMissing", "placeNotOnTop", "otherPlace", "namesMissing", "localMissing",
    ];

    private static readonly HashSet<string> OnlyInTalk =
    [
        "wordsNotInDocument", "wordsNotInPassage", "thingMissing", "thingsNotInSentence", "yearConflict", "asksInPassage", "pairs", "bestDocument", "bestPassage",
        "withheld", "ageFits", .. FocusSignals.Names,
    ];

    /// <summary>Signals that say in plain talk what others say better.</summary>
    private static readonly HashSet<string> OnlyInOffices =
        ["inFitting", "passage", "document", "leadOfTen", "placeMissing", "wordsNotInDocument", "thingsNotInSentence", "asksInPassage", "inSentence"];

    /// <summary>Signals that in plain talk must not speak against an answer; left free they make up for one another, and a shelf of one document is refused.</summary>
    private static readonly HashSet<string> ForInTalk = ["headingAsked", "hasAsked", "unitsInSentence"];

    /// <param name="without">A community not to learn from, to be measured on.</param>
    public static string Learn(string? without = null)
    {
        List<TrainingQuestion> plain =
        [
            .. TrainingQuestion.Of("own", OwnQuestion.Load("Questions").Where(question => !question.IsTest), SampleKnowledge.OwnFolder),
            .. TrainingQuestion.Unmarked("own", OwnQuestion.Load("Questions").Where(question => !question.IsTest), SampleKnowledge.OwnFolder),
            .. TrainingQuestion.Begun("own", OwnQuestion.Load("Questions").Where(question => !question.IsTest), SampleKnowledge.OwnFolder),
            .. Communities.Where(set => set != without)
                .SelectMany(set => TrainingQuestion.Of(set, OwnQuestion.Load(set), SampleKnowledge.Folder(set))),
        ];
        string[] everything = [SampleKnowledge.Folder("News"), SampleKnowledge.OwnFolder, SampleKnowledge.Folder("Elsewhere"), SampleKnowledge.Folder("Town")];
        List<TrainingQuestion> formal =
        [
            .. TrainingQuestion.Of("News", OwnQuestion.Load("News"), everything[0]),
            // among many others the weights of words are other ones
            .. TrainingQuestion.Of("News", OwnQuestion.Load("News"), everything),
        ];
        StringBuilder text = new();
        Write(text, "manner", Manner.Names, FitManner(plain, formal), Even - InDoubt, -InDoubt);
        double[] talk = Refused(plain, FitPlain, row => row.IsWritten);
        Write(text, "plain", Signals.Names, FitPlain(plain), At(talk, RefusedAtEvenInTalk), At(talk, RefusedAtStrictInTalk));
        double offices = At(Refused(formal, FitFormal, row => !row.Answerable), RefusedOfOffices);
        Write(text, "formal", Signals.Names, FitFormal(formal), offices + EvenOutside, offices + StrictOutside);
        return text.Append(Line("threshold", 0.5)).ToString();
    }

    private static ConfidenceFit FitManner(List<TrainingQuestion> plain, List<TrainingQuestion> formal) => ConfidenceFit.On(
        [.. plain.Select(row => new Example(row.Manner, false, 1.0 / plain.Count)), .. formal.Select(row => new Example(row.Manner, true, 1.0 / formal.Count))], PenaltyOfManner);

    private static ConfidenceFit FitPlain(IEnumerable<TrainingQuestion> rows)
    {
        int[] signs = [.. Signals.Names.Select(name => ForInTalk.Contains(name) ? 1 : 0)];
        return ConfidenceFit.On(
            [.. rows.Select(row => new Example(Used(row.Signals, name => !OnlyInOffices.Contains(name)), row.Answerable, row.Weight))], PenaltyOfPlain, signs);
    }

    private static ConfidenceFit FitFormal(IEnumerable<TrainingQuestion> rows)
    {
        int[] signs = [.. Signals.Names.Select(name => Against.Contains(name) ? -1 : 1)];
        return ConfidenceFit.On([.. rows.Select(row => new Example(Used(row.Signals, name => !OnlyInTalk.Contains(name)), row.Answerable, 1))], PenaltyOfFormal, signs);
    }

    private static double[] Used(double[] signals, Func<string, bool> isUsed) => [.. signals.Zip(Signals.Names, (value, name) => isUsed(name) ? value : 0)];

    /// <summary>What questions to be refused reach, ascending, judged by weights learned without them.</summary>
    private static double[] Refused(
        List<TrainingQuestion> rows, Func<IEnumerable<TrainingQuestion>, ConfidenceFit> fit, Func<TrainingQuestion, bool> refused)
    {
        Dictionary<string, int> folds = rows.Select(row => row.Group).Distinct().Select((group, i) => (group, i)).ToDictionary(each => each.group, each => each.i % Folds);
        List<double> reached = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            ConfidenceFit learned = fit(rows.Where(row => folds[row.Group] != fold));
            reached.AddRange(rows.Where(row => folds[row.Group] == fold && refused(row)).Select(row => learned.Raw(row.Signals)));
        }
        return [.. reached.Order()];
    }

    /// <summary>Between its neighbours: one question more or less must not move it far.</summary>
    private static double At(double[] ascending, double share)
    {
        double at = share * (ascending.Length - 1);
        int below = (int)at;
        return ascending[below] + ((at - below) * (ascending[Math.Min(below + 1, ascending.Length - 1)] - ascending[below]));
    }

    /// <summary>Brought to one scale: <paramref name="strict"/> becomes 0.</summary>
    private static void Write(StringBuilder text, string part, string[] names, ConfidenceFit fit, double even, double strict)
    {
        double scale = Even / (even - strict);
        foreach ((string name, double weight) in names.Zip(fit.Weights)) { text.Append(Line($"{part}.{name}", weight * scale)); }
        text.Append(Line($"{part}.bias", (fit.Bias - strict) * scale));
    }

    private static string Line(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:F3}\n");
}
