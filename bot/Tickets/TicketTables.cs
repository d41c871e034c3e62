using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Tickets;

internal sealed class TicketTable : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets");
        builder.HasKey(ticket => ticket.Number);
        builder.Property(ticket => ticket.Number).ValueGeneratedNever();
        builder.Property(ticket => ticket.Version).IsConcurrencyToken();
        builder.Ignore(ticket => ticket.FirstReport).Ignore(ticket => ticket.FirstReports).Ignore(ticket => ticket.OwesWord).Ignore(ticket => ticket.ReporterCount)
            .Ignore(ticket => ticket.PlaceAskedAt).Ignore(ticket => ticket.IsDisputed).Ignore(ticket => ticket.OverdueFrom).Ignore(ticket => ticket.OwedAt);
        builder.HasMany(ticket => ticket.Reports).WithOne().HasForeignKey("TicketNumber").IsRequired();
        builder.HasMany(ticket => ticket.History).WithOne().HasForeignKey("TicketNumber").IsRequired();
        builder.HasMany(ticket => ticket.Ratings).WithOne().HasForeignKey("TicketNumber").IsRequired();
        builder.HasIndex(ticket => ticket.State);
        builder.HasIndex(ticket => new { ticket.State, ticket.Urgency, ticket.DueAt });
        builder.HasIndex(ticket => ticket.OpenedAt);
        builder.HasIndex(ticket => new { ticket.Group, ticket.DispatchedAt });
        builder.HasIndex(ticket => ticket.RecurrenceOf).HasFilter("\"RecurrenceOf\" IS NOT NULL");
        builder.HasIndex(ticket => ticket.ResolvedAt).HasFilter("\"ResolvedAt\" IS NOT NULL");
        builder.HasIndex(ticket => ticket.MergedInto);
        builder.HasIndex(ticket => ticket.Assignee);
        builder.HasIndex(ticket => ticket.LookAt, "IX_tickets_look").HasFilter("\"LookAt\" IS NOT NULL");
    }
}

internal sealed class TicketReportTable : IEntityTypeConfiguration<TicketReport>
{
    public void Configure(EntityTypeBuilder<TicketReport> builder)
    {
        builder.ToTable("ticket_reports");
        builder.Ignore(report => report.ActedAt).Ignore(report => report.SpokenThrough).Ignore(report => report.HeardThrough);
        builder.HasIndex(report => new { report.Channel, report.Conversation, report.MessageId });
    }
}

internal sealed class TicketEventTable : IEntityTypeConfiguration<TicketEvent>
{
    public void Configure(EntityTypeBuilder<TicketEvent> builder)
    {
        builder.ToTable("ticket_events");
        builder.Ignore(line => line.MakesStale).Ignore(line => line.ChangesLabels);
    }
}

internal sealed class TicketRatingTable : IEntityTypeConfiguration<TicketRating>
{
    public void Configure(EntityTypeBuilder<TicketRating> builder)
    {
        builder.ToTable("ticket_ratings");
        builder.Ignore(rating => rating.IsExcluded);
        builder.HasIndex(rating => rating.At);
    }
}

internal sealed class AlertTable : IEntityTypeConfiguration<Alert>
{
    private static readonly ValueComparer<IReadOnlyList<AlertCall>> Same = new(
        (one, other) => ReferenceEquals(one, other), calls => calls.Count, calls => calls);

    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("alerts");
        builder.Property(alert => alert.Id).ValueGeneratedNever();
        builder.Ignore(alert => alert.TimeToAnswer);
        builder.Property(alert => alert.Calls).HasConversion(calls => Write(calls), json => Read(json), Same);
        builder.HasIndex(alert => alert.Ticket);
        builder.HasIndex(alert => alert.NextAt, "IX_alerts_open").HasFilter("\"AcknowledgedAt\" IS NULL");
    }

    private static string Write(IReadOnlyList<AlertCall> calls) => JsonSerializer.Serialize(calls);

    private static AlertCall[] Read(string json) => JsonSerializer.Deserialize<AlertCall[]>(json) ?? [];
}

internal sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections");
        builder.Property(correction => correction.Before).HasConversion(labels => Write(labels), json => Read(json));
        builder.Property(correction => correction.After).HasConversion(labels => Write(labels), json => Read(json));
        builder.HasIndex(correction => correction.Ticket);
    }

    private static string Write(MatterLabels labels) => JsonSerializer.Serialize(labels);

    private static MatterLabels Read(string json) => JsonSerializer.Deserialize<MatterLabels>(json)!;
}
