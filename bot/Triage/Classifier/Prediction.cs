using Bot.Tickets;

namespace Bot.Triage.Classifier;

/// <summary>Calibrated probabilities of one message, one array per head, each summing to 1.</summary>
/// <param name="Kinds">Indexed by <see cref="Kind"/>.</param>
/// <param name="Intents">Indexed by <see cref="Intent"/>.</param>
/// <param name="Categories">Indexed by <see cref="Tickets.Category"/>.</param>
/// <param name="Urgencies">Indexed by <see cref="Tickets.Urgency"/>.</param>
/// <param name="TopicScores">Indexed as <see cref="Topics.All"/>.</param>
/// <param name="AmongNeighbours">Of a question: how likely it is meant for neighbours and not for those who know the rules.</param>
public sealed record Prediction(float[] Kinds, float[] Intents, float[] Categories, float[] Urgencies, float[] TopicScores, float AmongNeighbours)
{
    public float this[Kind kind] => Kinds[(int)kind];

    public float this[Intent intent] => Intents[(int)intent];

    public Category Category => (Category)Best(Categories);

    public Urgency Urgency => (Urgency)Best(Urgencies);

    public string Topic => Topics.All[Best(TopicScores)];

    private static int Best(float[] scores) => Array.IndexOf(scores, scores.Max());
}
