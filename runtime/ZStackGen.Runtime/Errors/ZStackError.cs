using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace ZStack;

/// <summary>Describes an error of the server (PROTOCOL.md §4).</summary>
public sealed class ZStackError : ZStackStructure
{
    // The limit of the text; the members are complete.
    private const int MaxText = 16 * 1024;

    /// <summary>Gets or sets the error code, such as <c>SYS.1007</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the general meaning of the code.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the specific cause of this error.</summary>
    public string? Details { get; set; }

    /// <summary>Gets or sets the help text for the user.</summary>
    public string? Elaboration { get; set; }

    /// <summary>Gets or sets the error text in Chinese and English.</summary>
    public ZStackErrorMessages? Messages { get; set; }

    /// <summary>Gets or sets the name of the step that failed.</summary>
    public string? Location { get; set; }

    /// <summary>Gets or sets the time that the server spent on finding the help text, such as <c>3ms</c>.</summary>
    public string? Cost { get; set; }

    /// <summary>Gets or sets additional data of the error.</summary>
    public IReadOnlyDictionary<string, JsonElement> Opaque { get; set; } = new Dictionary<string, JsonElement>();

    /// <summary>Gets or sets the error that caused this error.</summary>
    public ZStackError? Cause { get; set; }

    /// <summary>Gets or sets the errors that caused this error, if there are several.</summary>
    public IReadOnlyList<ZStackError> Causes { get; set; } = Array.Empty<ZStackError>();

    /// <summary>Gets the deepest error in the chain of causes.</summary>
    public ZStackError RootCause
    {
        get
        {
            ZStackError root = this;
            // The limit matches the reader's; a chain built by hand may be circular.
            for (int depth = 0; depth < JsonLimits.MaxDepth && root.Cause is { } cause; depth++)
                root = cause;
            return root;
        }
    }

    /// <summary>Reads an error from JSON.</summary>
    /// <param name="reader">The reader, positioned at the opening brace of the error.</param>
    /// <returns>The error.</returns>
    public static ZStackError Read(ref JsonReader reader)
    {
        var value = new ZStackError();
        reader.ReadMembers(value);
        return value;
    }

    /// <summary>
    /// Returns the whole chain: the code of each error and its details, or its description if it has no details. The text is one line of limited length:
    /// line breaks and control characters are escaped.
    /// </summary>
    /// <returns>A text such as <c>SYS.1007: the name is too long (caused by SYS.1000: …)</c>.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, 0);
        return text.Length > MaxText ? ServerText.Of(text.ToString(), MaxText) : text.ToString();
    }

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 4:
                if (reader.NameIs("code"u8))
                {
                    Code = reader.String();
                    return true;
                }

                if (reader.NameIs("cost"u8))
                {
                    Cost = reader.String();
                    return true;
                }

                break;
            // Members of an unexpected kind are skipped, so that the error code is never lost.
            case 5 when reader.NameIs("cause"u8) && reader.TokenType == JsonTokenType.StartObject:
                Cause = reader.Structure(Read);
                return true;
            case 6:
                if (reader.NameIs("causes"u8) && reader.TokenType == JsonTokenType.StartArray)
                {
                    Causes = reader.List(Read);
                    return true;
                }

                if (reader.NameIs("opaque"u8) && reader.TokenType == JsonTokenType.StartObject)
                {
                    Opaque = reader.ElementMap();
                    return true;
                }

                break;
            case 7 when reader.NameIs("details"u8):
                Details = reader.String();
                return true;
            case 8:
                if (reader.NameIs("location"u8))
                {
                    Location = reader.String();
                    return true;
                }

                // Some servers send a plain string here.
                if (reader.NameIs("messages"u8) && reader.TokenType == JsonTokenType.StartObject)
                {
                    Messages = ZStackErrorMessages.Read(ref reader);
                    return true;
                }

                break;
            case 11:
                if (reader.NameIs("description"u8))
                {
                    Description = reader.String();
                    return true;
                }

                if (reader.NameIs("elaboration"u8))
                {
                    Elaboration = reader.String();
                    return true;
                }

                break;
        }

        return base.ReadMember(ref reader);
    }

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref JsonBodyWriter writer)
    {
        writer.Member("code"u8, Code);
        writer.Member("description"u8, Description);
        writer.Member("details"u8, Details);
        writer.Member("elaboration"u8, Elaboration);
        writer.Member("messages"u8, Messages);
        writer.Member("location"u8, Location);
        writer.Member("cost"u8, Cost);
        if (Opaque.Count > 0)
            writer.Member("opaque"u8, Opaque);
        writer.Member("cause"u8, Cause);
        if (Causes.Count > 0)
            writer.Member("causes"u8, Causes);
    }

    private void Append(StringBuilder text, int depth)
    {
        if (text.Length > MaxText)
            return;
        text.Append(string.IsNullOrEmpty(Code) ? "(no code)" : ServerText.Of(Code, 256));
        string? what = !string.IsNullOrWhiteSpace(Details) ? Details : Description;
        if (!string.IsNullOrWhiteSpace(what))
            text.Append(": ").Append(ServerText.Of(what));
        // The limit matches the reader's; a chain built by hand may be circular.
        if (depth > JsonLimits.MaxDepth)
            return;
        if (Cause is not null)
        {
            text.Append(" (caused by ");
            Cause.Append(text, depth + 1);
            text.Append(')');
        }

        for (int i = 0; i < Causes.Count && text.Length <= MaxText; i++)
        {
            text.Append(i == 0 ? " (causes: " : "; ");
            Causes[i].Append(text, depth + 1);
            if (i == Causes.Count - 1)
                text.Append(')');
        }
    }
}
