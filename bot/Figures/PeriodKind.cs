namespace Bot.Figures;

public enum PeriodKind { Week, Month, Year }
