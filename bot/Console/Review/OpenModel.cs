using Bot.Console.Parts;
using Bot.Console.Work;

namespace Bot.Console.Review;

public sealed record OpenModel(long Seq, SaidMessage Said, CorrectForm Form, string? Error = null);
