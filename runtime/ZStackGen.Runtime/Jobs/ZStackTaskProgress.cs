using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace ZStack;

/// <summary>A step of a running job, as <c>GET /v1/task-progresses/{apiId}</c> reports it.</summary>
public sealed class ZStackTaskProgress : ZStackStructure
{
    /// <summary>The step's own UUID.</summary>
    public string? TaskUuid { get; set; }

    /// <summary>The step's name.</summary>
    public string? TaskName { get; set; }

    /// <summary>The UUID of the step to which it belongs.</summary>
    public string? ParentUuid { get; set; }

    /// <summary><c>Task</c> or <c>Progress</c>.</summary>
    public string? Type { get; set; }

    /// <summary>What is being done, or how much is done.</summary>
    public string? Content { get; set; }

    /// <summary>Free data beside it.</summary>
    public JsonElement? Opaque { get; set; }

    /// <summary>When it was reported.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>The steps within.</summary>
    public IReadOnlyList<ZStackTaskProgress> SubTasks { get; set; } = Array.Empty<ZStackTaskProgress>();

    /// <summary>How much is done, in percent, where <see cref="Content"/> is such a number.</summary>
    public int? Percent
    {
        get
        {
            string? text = Content?.Trim().TrimEnd('%');
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 100 ? (int)number : null;
        }
    }

    /// <summary>Reads a step.</summary>
    /// <param name="reader">Stands at the opening brace.</param>
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
