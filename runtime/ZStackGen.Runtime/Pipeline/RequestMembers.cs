using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;

namespace ZStack;

// Removes parameters from a serialized request.
internal static class RequestMembers
{
    // Returns the parameters that the request contained.
    public static IReadOnlyList<ParameterVersion> Remove(CallBuffers buffers, bool hasBody, List<ParameterVersion> parameters)
    {
        var found = new List<ParameterVersion>();
        if (hasBody)
            RemoveFromBody(buffers, parameters, found);
        else
            foreach (ParameterVersion parameter in parameters)
                if (buffers.Url.RemoveParameter(parameter.Name))
                    found.Add(parameter);
        return found;
    }

    private static void RemoveFromBody(CallBuffers buffers, List<ParameterVersion> parameters, List<ParameterVersion> found)
    {
        byte[] body = buffers.Body.Written.ToArray();
        var reader = new Utf8JsonReader(body);
        reader.Read();
        buffers.Body.Clear();
        Copy(body, ref reader, buffers.Body, buffers.Api!.BodyWrapper, parameters, found);
    }

    // Copies an object byte for byte, without the parameters. A parameter is a member of the wrapper object or of the root object.
    private static void Copy(byte[] body, ref Utf8JsonReader reader, IBufferWriter<byte> output, string? wrapper, List<ParameterVersion> parameters, List<ParameterVersion> found)
    {
        output.Write("{"u8);
        bool isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int start = (int)reader.TokenStartIndex;
            bool isWrapper = wrapper is not null && reader.ValueTextEquals(wrapper);
            int dropped = isWrapper ? -1 : IndexOf(parameters, ref reader);
            reader.Read();
            if (dropped >= 0)
            {
                reader.Skip();
                found.Add(parameters[dropped]);
                continue;
            }

            if (!isFirst)
                output.Write(","u8);
            isFirst = false;
            if (isWrapper && reader.TokenType == JsonTokenType.StartObject)
            {
                output.Write(body.AsSpan(start, (int)reader.TokenStartIndex - start));
                Copy(body, ref reader, output, null, parameters, found);
                continue;
            }

            reader.Skip();
            output.Write(body.AsSpan(start, (int)reader.BytesConsumed - start));
        }

        output.Write("}"u8);
    }

    private static int IndexOf(List<ParameterVersion> parameters, ref Utf8JsonReader reader)
    {
        for (int i = 0; i < parameters.Count; i++)
            if (reader.ValueTextEquals(parameters[i].Name))
                return i;
        return -1;
    }
}
