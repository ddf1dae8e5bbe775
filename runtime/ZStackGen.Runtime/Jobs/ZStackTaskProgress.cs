using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace ZStack;

/// <summary>Represents a step of a running job, as reported by <c>GET /v1/task-progresses/{apiId}</c>.</summary>
public sealed class ZStackTaskProgress : ZStackStructure
{
    /// <summary>Gets or sets the UUID of the step.</summary>
    public string? TaskUuid { get; set; }

    /// <summary>Gets or sets the name of the step.</summary>
    public string? TaskName { get; set; }

    /// <summary>Gets or sets the UUID of the parent step.</summary>
    public string? ParentUuid { get; set; }

    /// <summary>Gets or sets the type of the report: <c>Task</c> or <c>Progress</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets a description of the step, or its percentage.</summary>
    public string? Content { get; set; }

    /// <summary>Gets or sets additional data of the step.</summary>
    public JsonElement? Opaque { get; set; }

    /// <summary>Gets or sets the time of the report.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>Gets or sets the substeps.</summary>
    public IReadOnlyList<ZStackTaskProgress> SubTasks { get; set; } = Array.Empty<ZStackTaskProgress>();

    /// <summary>Gets the progress in percent, from 0 to 100; null if <see cref="Content"/> is not such a number.</summary>
    public int? Percent
    {
        get
        {
            string? text = Content?.Trim().TrimEnd('%');
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 100 ? (int)number : null;
        }
    }

    /// <summary>Reads a step from JSON.</summary>
    /// <param name="reader">The reader, positioned at the opening brace of the step.</param>
    /// <returns>The step.</returns>
    public static ZStackTaskProgress Read(ref JsonReader reader)
    {
        var value = new ZStackTaskProgress();
        reader.ReadMembers(value);
        return value;
    }

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("taskUuid"u8))
            TaskUuid = reader.String();
        else if (reader.NameIs("taskName"u8))
            TaskName = reader.String();
        else if (reader.NameIs("parentUuid"u8))
            ParentUuid = reader.String();
        else if (reader.NameIs("type"u8))
            Type = reader.String();
        else if (reader.NameIs("content"u8))
            Content = reader.String();
        else if (reader.NameIs("opaque"u8))
            Opaque = reader.Element();
        else if (reader.NameIs("time"u8))
            Time = reader.DateTimeOffset();
        else if (reader.NameIs("subTasks"u8))
            SubTasks = reader.List(Read);
        else
            return base.ReadMember(ref reader);
        return true;
    }

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref JsonBodyWriter writer)
    {
        writer.Member("taskUuid"u8, TaskUuid);
        writer.Member("taskName"u8, TaskName);
        writer.Member("parentUuid"u8, ParentUuid);
        writer.Member("type"u8, Type);
        writer.Member("content"u8, Content);
        writer.Member("opaque"u8, Opaque);
        writer.Member("time"u8, Time?.ToUnixTimeMilliseconds());
        if (SubTasks.Count > 0)
            writer.Member("subTasks"u8, SubTasks);
    }
}
