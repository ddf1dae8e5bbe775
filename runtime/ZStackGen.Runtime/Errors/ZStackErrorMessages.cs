namespace ZStack;

/// <summary>Contains the text of an error in two languages. The server finds it by matching the error's details against known errors (PROTOCOL.md §4).</summary>
public sealed class ZStackErrorMessages : ZStackStructure
{
    /// <summary>Gets or sets the category of the matched entry.</summary>
    public string? Category { get; set; }

    /// <summary>Gets or sets the code of the matched entry.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the pattern that matched.</summary>
    public string? Regex { get; set; }

    /// <summary>Gets or sets the Chinese text.</summary>
    public string? Chinese { get; set; }

    /// <summary>Gets or sets the English text.</summary>
    public string? English { get; set; }

    /// <summary>Gets or sets the source of the matched entry.</summary>
    public string? Source { get; set; }

    /// <summary>Gets or sets the distance of the match from an exact match.</summary>
    public double? Distance { get; set; }

    /// <summary>Gets or sets the method by which the entry was matched.</summary>
    public string? Method { get; set; }

    /// <summary>Gets or sets the unformatted text of the error.</summary>
    public string? FormatSrcError { get; set; }

    /// <summary>Reads the messages from JSON.</summary>
    /// <param name="reader">The reader, positioned at the opening brace of the messages.</param>
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
