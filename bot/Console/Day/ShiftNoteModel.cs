namespace Bot.Console.Day;

public sealed record ShiftNoteModel(ShiftNote Note, bool MayReceive);
