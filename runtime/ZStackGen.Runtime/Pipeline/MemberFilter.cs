using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;

namespace ZStack;

// Copies JSON byte for byte, without the members of given paths.
internal sealed class MemberFilter(byte[] json, IBufferWriter<byte> output)
{
    // Gets the members that the JSON contained.
    public List<ParameterVersion> Found { get; } = [];

    // Copies the object at the reader. The members of the wrapper object count as its own.
    public void CopyObject(ref Utf8JsonReader reader, string? wrapper, List<ParameterVersion> members, int depth)
    {
        output.Write("{"u8);
        bool isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int start = (int)reader.TokenStartIndex;
            bool isWrapper = wrapper is not null && reader.ValueTextEquals(wrapper);
            List<ParameterVersion>? inner = isWrapper ? members : At(ref reader, members, depth);
            bool isDropped = !isWrapper && Drops(inner, depth);
            reader.Read();
            if (isDropped)
            {
                reader.Skip();
                continue;
            }

            if (!isFirst)
                output.Write(","u8);
            isFirst = false;
            output.Write(json.AsSpan(start, (int)reader.TokenStartIndex - start));
            if (isWrapper && reader.TokenType == JsonTokenType.StartObject)
                CopyObject(ref reader, null, members, depth);
            else
                CopyValue(ref reader, isWrapper ? null : inner, depth + 1);
        }

        output.Write("}"u8);
    }

    private void CopyValue(ref Utf8JsonReader reader, List<ParameterVersion>? members, int depth)
    {
        if (members is not null && reader.TokenType == JsonTokenType.StartObject)
        {
            CopyObject(ref reader, null, members, depth);
        }
        else if (members is not null && reader.TokenType == JsonTokenType.StartArray)
        {
            output.Write("["u8);
            for (bool isFirst = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; isFirst = false)
            {
                if (!isFirst)
                    output.Write(","u8);
                CopyValue(ref reader, members, depth);
            }

            output.Write("]"u8);
        }
        else
        {
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            output.Write(json.AsSpan(start, (int)reader.BytesConsumed - start));
        }
    }

    // Returns the members with a path that contains the name at the reader; null if there are none.
    private static List<ParameterVersion>? At(ref Utf8JsonReader reader, List<ParameterVersion> members, int depth)
    {
        List<ParameterVersion>? found = null;
        foreach (ParameterVersion member in members)
            if (member.Path.Length > depth && ((depth > 0 && member.Path[depth] == ParameterVersion.AnyKey) || reader.ValueTextEquals(member.Path[depth])))
                (found ??= []).Add(member);
        return found;
    }

    private bool Drops(List<ParameterVersion>? members, int depth)
    {
        if (members?.Find(member => member.Path.Length == depth + 1) is not { } dropped)
            return false;
        if (!Found.Contains(dropped))
            Found.Add(dropped);
        return true;
    }
}
