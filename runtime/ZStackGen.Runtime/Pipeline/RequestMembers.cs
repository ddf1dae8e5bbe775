using System;
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

    // A parameter is a member of the wrapper object or of the root object.
    private static void RemoveFromBody(CallBuffers buffers, List<ParameterVersion> parameters, List<ParameterVersion> found)
    {
        using JsonDocument body = JsonDocument.Parse(buffers.Body.Written.ToArray());
        string wrapper = buffers.Api!.BodyWrapper;
        foreach (ParameterVersion parameter in parameters)
        {
            if (body.RootElement.TryGetProperty(wrapper, out JsonElement inside) && inside.TryGetProperty(parameter.Name, out _))
                found.Add(parameter);
            else if (parameter.Name != wrapper && body.RootElement.TryGetProperty(parameter.Name, out _))
                found.Add(parameter);
        }

        if (found.Count == 0)
            return;
        buffers.Body.Clear();
        Utf8JsonWriter writer = buffers.Writer;
        writer.Reset(buffers.Body);
        writer.WriteStartObject();
        foreach (JsonProperty member in body.RootElement.EnumerateObject())
        {
            if (member.NameEquals(wrapper))
            {
                writer.WriteStartObject(wrapper);
                foreach (JsonProperty inner in member.Value.EnumerateObject())
                    if (!IsAmong(found, inner))
                        inner.WriteTo(writer);
                writer.WriteEndObject();
            }
            else if (!IsAmong(found, member))
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    private static bool IsAmong(List<ParameterVersion> parameters, JsonProperty member)
    {
        foreach (ParameterVersion parameter in parameters)
            if (member.NameEquals(parameter.Name))
                return true;
        return false;
    }
}
