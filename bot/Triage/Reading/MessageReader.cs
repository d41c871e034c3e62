using System.Buffers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Classifier;
using Bot.Triage.Locations;

namespace Bot.Triage.Reading;

/// <summary>Reads single messages: classifier, place, rules. Holds no state of the conversation.</summary>
public sealed class MessageReader(TriageModel model, CommunityDirectory directory)
{
    // What is said in so few words is no story, and the classifier has too little to go by
    private const int Brief = 14;
    private static readonly SearchValues<string> Devices = SearchValues.Create(
        ["人脸", "识别", "刷卡", "卡刷", "门禁", "按了没反应", "按键", "按钮", "遥控", "快递", "推销"], StringComparison.Ordinal);

    private readonly LocationReader _places = new(directory);

    internal LinkModel Links => model.Links;

    public Finding Read(ChatMessage message)
    {
        MessageText text = TextOf(message);
        text = text.Quoted is null ? text with { Quoted = message.Quoted } : text;
        Prediction prediction = model.Predict(message.Text, message.Role);
        Doubts doubts = DoubtReader.Read(text.Body) | (PersonCalls.TellsOf(text.Body) ? Doubts.Told : 0);
        return new Finding(
            message,
            text,
            prediction,
            text.Body.Length == 0 ? null : _places.Read(text.Body, message.Sender, message.Group),
            EmergencyIn(text.Body, prediction, doubts),
            doubts,
            CueReader.Read(text.Body) | (PersonCalls.Is(text.Body, text.NamesBot) ? Cues.WantsPerson : 0),
            TopicWords.Find(text.Body));
    }

    /// <summary>The sender's own words of a message.</summary>
    public string BodyOf(ChatMessage message) => TextOf(message).Body;

    private MessageText TextOf(ChatMessage message) => MessageText.Parse(message.Text, directory.BotNames, message.Images is { Count: > 0 });

    /// <summary>The classifier's view of several fragments said as one.</summary>
    public Prediction ReadJoined(IEnumerable<Finding> findings, ChatMessage last) =>
        model.Predict(string.Join('\n', findings.Select(finding => finding.Body).Where(body => body.Length > 0)), last.Role);

    public Place? Home(ChatMessage message) => _places.ReadNickname(message.Sender, message.Group);

    private static EmergencySort? EmergencyIn(string body, Prediction prediction, Doubts doubts)
    {
        (EmergencySign sign, EmergencySort sort) = EmergencyRules.Read(body);
        float likely = prediction[Kind.Emergency];
        const Doubts against = Doubts.Elsewhere | Doubts.Past | Doubts.Told | Doubts.Supposed | Doubts.Drill
            | Doubts.Exaggerated | Doubts.Over | Doubts.Warning | Doubts.Offer | Doubts.Denied;
        if ((doubts & Doubts.Advice) != 0) { return null; }
        bool doubted = (doubts & against) != 0;
        if ((doubts & Doubts.Cooking) != 0)
        {
            sign = sign == EmergencySign.Strong ? EmergencySign.Weak : sign;
            if (sort == EmergencySort.Fire && !EmergencyRules.NamesFire(body))
            {
                return null;
            }
        }

        float needed = sign switch
        {
            EmergencySign.Strong => doubted ? 0.7f : 0.06f,
            EmergencySign.Weak => doubted ? 0.95f : 0.5f,
            _ => doubted ? 0.97f : 0.95f,
        };
        // "门禁人脸识别没反应": a thing that does not answer is no one who does not
        if (sort is EmergencySort.Medical && body.AsSpan().ContainsAny(Devices))
        {
            return null;
        }

        bool plain = sign == EmergencySign.Strong && !doubted && EmergencyRules.NamesDanger(body)
            && (body.Length <= Brief || likely + prediction[Kind.Issue] >= 0.5f);
        bool meant = sign != EmergencySign.Strong || likely >= 0.2f || likely + prediction[Kind.Issue] >= 0.3f;
        return plain || (likely >= needed && meant) ? sort : null;
    }
}
