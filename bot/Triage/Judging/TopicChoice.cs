using Bot.Triage.Classifier;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Chooses one topic: among those the words name, the one the classifier finds likeliest; else its own guess.</summary>
public static class TopicChoice
{
    public static string Choose(Prediction prediction, UInt128 named)
    {
        string best = prediction.Topic;
        if (named == 0 || (named & TopicWords.Bit(best)) != 0)
        {
            return best;
        }

        float top = -1;
        for (int index = 0; index < Topics.All.Count; index++)
        {
            if ((named & (UInt128.One << index)) != 0 && prediction.TopicScores[index] > top)
            {
                (best, top) = (Topics.All[index], prediction.TopicScores[index]);
            }
        }

        return best;
    }
}
