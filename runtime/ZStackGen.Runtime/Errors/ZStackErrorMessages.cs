namespace ZStack;

/// <summary>An error's text in two languages, found by matching its details against the server's knowledge (PROTOCOL.md §4).</summary>
public sealed class ZStackErrorMessages : ZStackStructure
{
    /// <summary>The matched entry's category.</summary>
    public string? Category { get; set; }

    /// <summary>The matched entry's code.</summary>
    public string? Code { get; set; }

    /// <summary>The pattern that matched.</summary>
    public string? Regex { get; set; }

    /// <summary>The text in Chinese.</summary>
    public string? Chinese { get; set; }

    /// <summary>The text in English.</summary>
    public string? English { get; set; }

    /// <summary>Where the entry comes from.</summary>
    public string? Source { get; set; }

    /// <summary>How far the match is from exact.</summary>
    public double? Distance { get; set; }

    /// <summary>How the match was found.</summary>
    public string? Method { get; set; }

    /// <summary>The unformatted text of the error.</summary>
    public string? FormatSrcError { get; set; }

    /// <summary>Reads the messages.</summary>
    /// <param name="reader">Stands at the opening brace.</param>
    /// <returns>The messages.</returns>
    public static ZStackErrorMessages Read(ref JsonReader reader)
    {
        var value = new ZStackErrorMessages();
        reader.ReadMembers(value);
        return value;
    }

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("category"u8))
            Category = reader.String();
        else if (reader.NameIs("code"u8))
            Code = reader.String();
        else if (reader.NameIs("regex"u8))
            Regex = reader.String();
        else if (reader.NameIs("message_cn"u8))
            Chinese = reader.String();
        else if (reader.NameIs("message_en"u8))
            English = reader.String();
        else if (reader.NameIs("source"u8))
            Source = reader.String();
        else if (reader.NameIs("distance"u8) && reader.TokenType == System.Text.Json.JsonTokenType.Number)
            Distance = reader.Double();
        else if (reader.NameIs("method"u8))
            Method = reader.String();
        else if (reader.NameIs("formatSrcError"u8))
            FormatSrcError = reader.String();
        else
            return base.ReadMember(ref reader);
        return true;
    }

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref JsonBodyWriter writer)
    {
        writer.Member("category"u8, Category);
        writer.Member("code"u8, Code);
        writer.Member("regex"u8, Regex);
        writer.Member("message_cn"u8, Chinese);
        writer.Member("message_en"u8, English);
        writer.Member("source"u8, Source);
        writer.Member("distance"u8, Distance);
        writer.Member("method"u8, Method);
        writer.Member("formatSrcError"u8, FormatSrcError);
    }
}
